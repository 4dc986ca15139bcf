package homeostat.connectome;

import homeostat.kernel.Draws;

/** The distribution of the weights of one block; draws are independent and dimensionless. */
public sealed interface WeightDistribution {

  /** One weight. */
  double draw(Draws draws);

  /**
   * Log-normal: exp(mu + sigma xi).
   *
   * @param mu mean of the logarithm
   * @param sigma standard deviation of the logarithm, not negative
   */
  record LogNormal(double mu, double sigma) implements WeightDistribution {
    /** Checks the parameters. */
    public LogNormal {
      if (!Double.isFinite(mu) || !(sigma >= 0) || Double.isInfinite(sigma)) {
        throw new IllegalArgumentException(
            "log-normal weights need a finite mu and sigma >= 0, got mu = "
                + mu
                + ", sigma = "
                + sigma);
      }
    }

    /**
     * From mean m and <em>variance</em> s of the weights themselves: sigma^2 = ln(1 + s / m^2), mu
     * = ln m - sigma^2 / 2.
     */
    public static LogNormal ofVariance(double mean, double variance) {
      if (!(mean > 0) || !(variance >= 0)) {
        throw new IllegalArgumentException(
            "log-normal weights need a mean > 0 and a variance >= 0, got "
                + mean
                + " and "
                + variance);
      }
      double square = StrictMath.log1p(variance / (mean * mean));
      return new LogNormal(StrictMath.log(mean) - square / 2, StrictMath.sqrt(square));
    }

    /** From mean and standard deviation of the weights themselves. */
    public static LogNormal ofDeviation(double mean, double deviation) {
      return ofVariance(mean, deviation * deviation);
    }

    /** Standard deviation over mean of the weights: sqrt(exp(sigma^2) - 1). */
    public double coefficientOfVariation() {
      return StrictMath.sqrt(StrictMath.expm1(sigma * sigma));
    }

    @Override
    public double draw(Draws draws) {
      return draws.logNormal(mu, sigma);
    }
  }

  /** Gamma with density x^(shape - 1) exp(-x / scale), mean shape * scale. */
  record Gamma(double shape, double scale) implements WeightDistribution {
    /** Checks the parameters. */
    public Gamma {
      if (!(shape > 0) || !(scale > 0)) {
        throw new IllegalArgumentException(
            "gamma weights need shape > 0 and scale > 0, got " + shape + " and " + scale);
      }
    }

    @Override
    public double draw(Draws draws) {
      return draws.gamma(shape, scale);
    }
  }

  /** Uniform in [low, high). */
  record Uniform(double low, double high) implements WeightDistribution {
    /** Checks the bounds. */
    public Uniform {
      if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
        throw new IllegalArgumentException(
            "uniform weights need finite low <= high, got " + low + " and " + high);
      }
    }

    @Override
    public double draw(Draws draws) {
      return low + (high - low) * draws.uniform();
    }
  }
}
