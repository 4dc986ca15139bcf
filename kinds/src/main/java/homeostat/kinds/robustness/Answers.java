package homeostat.kinds.robustness;

/** A network that answers batch by batch, and may adapt after each answer. */
public interface Answers {

  /** Where the images of a batch are to be written: [time][image] rows of [feature]. */
  float[] images();

  /** Answers the images that were written, [image][class]; adapts to them after that, if ever. */
  float[] answer();
}
