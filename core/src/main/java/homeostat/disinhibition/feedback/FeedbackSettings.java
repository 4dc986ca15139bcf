package homeostat.disinhibition.feedback;

/**
 * How feedback weights are made, in this order.
 *
 * @param jacobian what they are made of
 * @param average whether all samples of a batch get the mean over it
 * @param decay share of the last batch's mean that is kept in that of the next; 0 forgets it
 * @param clip whether entries are clipped to {@code [-clipAt, clipAt]}
 * @param clipAt largest entry
 * @param normalise whether each layer's weights are scaled to a Frobenius norm of {@code norm}
 * @param norm the norm
 */
public record FeedbackSettings(
    Jacobian jacobian,
    boolean average,
    double decay,
    boolean clip,
    double clipAt,
    boolean normalise,
    double norm) {
  /** As published: a Jacobian of its own for each sample, at norm 1. */
  public static final FeedbackSettings PUBLISHED =
      new FeedbackSettings(Jacobian.FEEDFORWARD, false, 0, false, 1, true, 1);

  /** Equal but for whether samples share the mean. */
  public FeedbackSettings withAverage(boolean other) {
    return new FeedbackSettings(jacobian, other, decay, clip, clipAt, normalise, norm);
  }

  public FeedbackSettings {
    if (!(decay >= 0 && decay < 1) || !(clipAt > 0 && norm > 0)) {
      throw new IllegalArgumentException(
          "feedback: decay "
              + decay
              + " must lie in [0, 1), clipAt "
              + clipAt
              + " and norm "
              + norm
              + " be positive");
    }
  }
}
