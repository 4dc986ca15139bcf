package homeostat.disinhibition.rule;

/**
 * A batch cut into parts that are worked on side by side. The cut depends on the number of samples
 * alone. A part is small enough for products to read weights where they are, and large enough to be
 * worth their reading.
 *
 * @param samples in the batch
 * @param count parts
 * @param size samples in a part; the last may have fewer
 */
record Parts(int samples, int count, int size) {
  /** Most samples in a part. */
  static final int MOST = 64;

  static Parts of(int samples) {
    int count = Math.ceilDiv(samples, MOST);
    return new Parts(samples, count, Math.ceilDiv(samples, count));
  }

  int from(int part) {
    return part * size;
  }

  int samples(int part) {
    return Math.min(size, samples - from(part));
  }
}
