package homeostat.kinds.image;

import homeostat.array.Arrays;

/** How images were classified: the sum of losses, and how often which class was taken for which. */
public final class Tally {
  private final int classes;
  private final double[] loss = new double[1];
  private final long[] confusion;

  /** Nothing so far. */
  public Tally(int classes) {
    this.classes = classes;
    this.confusion = new long[classes * classes];
  }

  /**
   * Adds a batch.
   *
   * @param meanLoss over the batch
   * @param logits [image][class]; of equal ones the first counts
   * @param labels class of each image
   * @param count images
   */
  public void add(double meanLoss, float[] logits, int[] labels, int count) {
    loss[0] += meanLoss * count;
    for (int i = 0; i < count; i++) {
      int best = 0;
      for (int k = 1; k < classes; k++) {
        if (logits[i * classes + k] > logits[i * classes + best]) {
          best = k;
        }
      }
      confusion[labels[i] * classes + best]++;
    }
  }

  /** Images so far. */
  public long images() {
    long all = 0;
    for (long count : confusion) {
      all += count;
    }
    return all;
  }

  /** Mean over the images. */
  public double loss() {
    return loss[0] / images();
  }

  /** Share of the images that were classified rightly, in %. */
  public double accuracy() {
    long right = 0;
    for (int k = 0; k < classes; k++) {
      right += confusion[k * classes + k];
    }
    return 100.0 * right / images();
  }

  /** Share of the images of each class that were taken for each class, in %, [true][taken]. */
  public double[][] confusion() {
    double[][] shares = new double[classes][classes];
    for (int row = 0; row < classes; row++) {
      long all = 0;
      for (int k = 0; k < classes; k++) {
        all += confusion[row * classes + k];
      }
      for (int k = 0; k < classes; k++) {
        shares[row][k] = all == 0 ? Double.NaN : 100.0 * confusion[row * classes + k] / all;
      }
    }
    return shares;
  }

  /** Forgets everything. */
  public void clear() {
    loss[0] = 0;
    java.util.Arrays.fill(confusion, 0);
  }

  /** Everything, copied. */
  public Arrays save() {
    return Arrays.builder()
        .put("loss", loss.clone())
        .put("confusion", confusion.clone(), classes, classes)
        .build();
  }

  /** Takes what {@link #save} gave. */
  public void load(Arrays saved) {
    loss[0] = saved.doubles("loss")[0];
    System.arraycopy(saved.longs("confusion"), 0, confusion, 0, confusion.length);
  }
}
