package homeostat.gradient.operation;

/** Whether terms are added or averaged. */
public enum Reduction {
  /** The sum. */
  SUM,
  /** The sum divided by the number of terms. */
  MEAN;

  /** What the sum of {@code terms} terms is multiplied by. */
  double factor(int terms) {
    return this == SUM ? 1 : 1.0 / terms;
  }
}
