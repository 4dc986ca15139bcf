package homeostat.kernel;

/**
 * A cursor over a {@link Stream}: sequential draws whose only state is a position, so that a
 * checkpoint stores one number. Every draw consumes a whole number of positions that depends on
 * nothing but the stream.
 */
public final class Draws {
  private final Stream stream;
  private long position;

  Draws(Stream stream, long position) {
    this.stream = stream;
    this.position = position;
  }

  /** Where the next draw reads; {@link Stream#draws(long)} goes on from here. */
  public long position() {
    return position;
  }

  /** 64 random bits. */
  public long bits() {
    return stream.bits(position++);
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return stream.uniform(position++);
  }

  /** Standard normal. */
  public double normal() {
    return stream.normal(position++);
  }

  /** Log-normal with the given parameters of the underlying normal. */
  public double logNormal(double mu, double sigma) {
    return StrictMath.exp(mu + sigma * normal());
  }

  /** Uniform integer in [0, bound), without bias (rejection of the incomplete last interval). */
  public int integer(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound " + bound + " is not positive");
    }
    long limit = (1L << 32) - (1L << 32) % bound;
    long word;
    do {
      word = bits() >>> 32;
    } while (word >= limit);
    return (int) (word % bound);
  }

  /** True with probability p. */
  public boolean bernoulli(double p) {
    return uniform() < p;
  }

  /**
   * Poisson count of the given mean, by products of uniforms, in pieces of mean 32 (the sum of
   * Poisson counts is Poisson).
   */
  public int poisson(double mean) {
    if (!(mean >= 0) || mean > 1e6) {
      throw new IllegalArgumentException("Poisson mean " + mean + " is outside [0, 1e6]");
    }
    int count = 0;
    for (double rest = mean; rest > 0; rest -= 32) {
      double floor = StrictMath.exp(-Math.min(rest, 32));
      double product = uniform();
      while (product > floor) {
        count++;
        product *= uniform();
      }
    }
    return count;
  }

  /**
   * Gamma variate of shape k and scale theta (Marsaglia and Tsang 2000; shapes below 1 by their
   * boost).
   */
  public double gamma(double shape, double scale) {
    if (!(shape > 0) || !(scale > 0)) {
      throw new IllegalArgumentException(
          "gamma shape " + shape + " and scale " + scale + " must be positive");
    }
    if (shape < 1) {
      double boost = StrictMath.pow(1 - uniform(), 1 / shape);
      return gamma(shape + 1, scale) * boost;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = 1 + c * x;
      double u = 1 - uniform();
      if (v > 0) {
        v = v * v * v;
        if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return d * v * scale;
        }
      }
    }
  }

  /** A uniformly random permutation of 0..n-1 (Fisher and Yates). */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    shuffle(order);
    return order;
  }

  /** Shuffles in place (Fisher and Yates). */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = integer(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}
