package homeostat.disinhibition.feedback;

import homeostat.kernel.Kernels;

/** What happens to feedback weights after their Jacobian: clipping and normalisation. */
public final class FeedbackShape {
  /** A norm below it is that of no feedback at all. */
  private static final double NOTHING = 1e-12;

  private final FeedbackSettings settings;
  private final Kernels kernels;

  /** As the settings say. */
  public FeedbackShape(FeedbackSettings settings, Kernels kernels) {
    this.settings = settings;
    this.kernels = kernels;
  }

  /**
   * Clips and normalises, in place, matrices that lie one after the other.
   *
   * @param q the matrices
   * @param at where the first begins
   * @param count number of matrices
   * @param size elements of each
   * @return matrices of norm zero, which stay as they are
   */
  public int shape(float[] q, int at, int count, int size) {
    if (settings.clip()) {
      float most = (float) settings.clipAt();
      kernels.elementwise().clamp(-most, most, q, at, count * size);
    }
    int zero = 0;
    if (settings.normalise()) {
      for (int i = 0; i < count; i++) {
        int from = at + i * size;
        double norm = Math.sqrt(kernels.reductions().sumSquaresDouble(q, from, size));
        if (norm < NOTHING) {
          zero++;
        } else {
          kernels.elementwise().scale((float) (settings.norm() / norm), q, from, size);
        }
      }
    }
    return zero;
  }
}
