package homeostat.disinhibition;

/**
 * Labels as target vectors.
 *
 * @param classes number of classes, the length of a vector
 * @param right value at the label's class; the others share the rest
 */
public record Targets(int classes, double right) {
  public Targets {
    if (classes < 2 || !(right > 0 && right <= 1)) {
      throw new IllegalArgumentException(
          "targets of " + classes + " classes with " + right + " at the right one");
    }
  }

  /** One at the right class, zero elsewhere. */
  public static Targets hard(int classes) {
    return new Targets(classes, 1);
  }

  /** {@code right} at the right class, (1 - right) / (classes - 1) elsewhere. */
  public static Targets soft(int classes, double right) {
    return new Targets(classes, right);
  }

  /** Writes the targets of some labels, [sample][class]. */
  public void fill(int[] labels, int samples, float[] out) {
    java.util.Arrays.fill(out, 0, samples * classes, (float) ((1 - right) / (classes - 1)));
    for (int b = 0; b < samples; b++) {
      out[b * classes + labels[b]] = (float) right;
    }
  }
}
