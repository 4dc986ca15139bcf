package homeostat.kinds.dale.config;

/** How the strength of a local loss grows over T epochs; e epochs are done. */
public enum Annealing {
  /** 1 from the start. */
  NONE,
  /** e / T. */
  LINEAR,
  /** 1 - exp(-5 e / T). */
  EXPONENTIAL,
  /** ln(1 + e) / ln(1 + T). */
  LOGARITHMIC,
  /** (1 - cos(pi e / T)) / 2. */
  COSINE;

  private static final double DECAYS = 5;

  /** The factor in an epoch. */
  public double at(double epoch, double epochs) {
    return switch (this) {
      case NONE -> 1;
      case LINEAR -> epoch / epochs;
      case EXPONENTIAL -> 1 - StrictMath.exp(-DECAYS * epoch / epochs);
      case LOGARITHMIC -> StrictMath.log1p(epoch) / StrictMath.log1p(epochs);
      case COSINE -> (1 - StrictMath.cos(Math.PI * epoch / epochs)) / 2;
    };
  }
}
