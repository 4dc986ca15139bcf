package homeostat.gradient.operation;

/** What a normaliser takes out of each row: its mean, its spread, or both. */
public enum Moments {
  /** x - mean(x). */
  MEAN(true, false),
  /** x / sigma, with sigma^2 = var(x) + epsilon about the mean. */
  SPREAD(false, true),
  /** (x - mean(x)) / sigma: layer normalisation. */
  BOTH(true, true);

  final boolean mean;
  final boolean spread;

  Moments(boolean mean, boolean spread) {
    this.mean = mean;
    this.spread = spread;
  }
}
