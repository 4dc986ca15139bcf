package homeostat.dale.network;

import homeostat.gradient.Constraint;
import homeostat.gradient.Parameter;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Initial weights of layers with d inputs and n excitatory units, drawn from a stream of the
 * parameter's name:
 *
 * <pre>
 * sigma = sqrt(numerator n / (d (n - 1)))
 * LOGNORMAL    mean k sigma, variance sigma^2
 * EXPONENTIAL  scale sigma
 * Wex from that law; Wei from it, each row divided by its sum; each row of Wix the mean row of Wex
 * </pre>
 *
 * so that Wei Wix x is the mean excitatory drive: the layer begins by centring. ICLR_2021 is the
 * law of Cornford et al. (2021): Wex exponential of scale sqrt(2 pi / (d (2 pi - 1))); with one
 * interneuron Wix as above and Wei = 1, else Wix of the same law and Wei = 1 / interneurons.
 *
 * @param law of the weights
 * @param numerator 2 for rectified units, 1 for sigmoid ones, 1/3 in recurrent cells
 * @param k mean of the log-normal law in units of its deviation
 */
public record InitialWeights(Law law, double numerator, double k) {
  /** Law of initial weights. */
  public enum Law {
    LOGNORMAL,
    EXPONENTIAL,
    ICLR_2021
  }

  public InitialWeights {
    if (!(numerator > 0 && k > 0)) {
      throw new IllegalArgumentException("numerator " + numerator + " and k " + k + " must be > 0");
    }
  }

  /** Log-normal, for rectified units. */
  public static InitialWeights usual() {
    return new InitialWeights(Law.LOGNORMAL, 2, 1);
  }

  /** The same for recurrent cells. */
  public static InitialWeights recurrent(Law law) {
    return new InitialWeights(law, 1.0 / 3, 1);
  }

  /**
   * The scale of a layer's law.
   *
   * @param deviation target deviation of the weights
   * @param mu mean of the logarithm
   * @param sigma deviation of the logarithm
   */
  public record Scale(double deviation, double mu, double sigma) {}

  /** The scale for {@code inputs} and {@code units}; the law needs two units. */
  public Scale scale(int inputs, int units) {
    if (units < 2) {
      throw new IllegalArgumentException("a layer of " + units + " units; this law needs two");
    }
    double deviation = Math.sqrt(numerator * units / (inputs * (units - 1.0)));
    double mean = k * deviation;
    double variance = deviation * deviation;
    double mu = StrictMath.log(mean * mean / Math.sqrt(mean * mean + variance));
    double sigma = Math.sqrt(StrictMath.log1p(variance / (mean * mean)));
    return new Scale(deviation, mu, sigma);
  }

  /**
   * Fresh Wex, Wix and Wei of a projection.
   *
   * @param prefix of the names, for example {@code fc0.W} gives {@code fc0.Wex}
   * @param inhibitory interneurons
   */
  public List<Parameter> draw(String prefix, int inputs, int units, int inhibitory, long seed) {
    ToDoubleFunction<Draws> law = law(inputs, units);
    double[] wex = fill(units * inputs, law, seed, prefix + "ex");
    double[] wix = new double[inhibitory * inputs];
    double[] wei = new double[units * inhibitory];
    if (this.law == Law.ICLR_2021) {
      java.util.Arrays.fill(wei, 1.0 / inhibitory);
    } else {
      wei = fill(units * inhibitory, law, seed, prefix + "ei");
      rowsToSumOne(wei, inhibitory);
    }
    if (this.law == Law.ICLR_2021 && inhibitory > 1) {
      wix = fill(inhibitory * inputs, law, seed, prefix + "ix");
    } else {
      meanRows(wex, inputs, wix);
    }
    return List.of(
        parameter(prefix + "ex", wex, units, inputs),
        parameter(prefix + "ix", wix, inhibitory, inputs),
        parameter(prefix + "ei", wei, units, inhibitory));
  }

  private ToDoubleFunction<Draws> law(int inputs, int units) {
    return switch (law) {
      case LOGNORMAL -> {
        Scale scale = scale(inputs, units);
        yield draws -> draws.logNormal(scale.mu(), scale.sigma());
      }
      case EXPONENTIAL -> exponential(scale(inputs, units).deviation());
      case ICLR_2021 -> exponential(Math.sqrt(2 * Math.PI / (inputs * (2 * Math.PI - 1))));
    };
  }

  /** Exponential values of a scale. */
  static ToDoubleFunction<Draws> exponential(double scale) {
    return draws -> -scale * StrictMath.log(1 - draws.uniform());
  }

  /** Values of a law, from the stream of a name. */
  static double[] fill(int count, ToDoubleFunction<Draws> law, long seed, String name) {
    Draws draws = Stream.of(seed, "weights/" + name).draws();
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = law.applyAsDouble(draws);
    }
    return values;
  }

  private static void rowsToSumOne(double[] values, int cols) {
    for (int row = 0; row < values.length; row += cols) {
      double sum = 0;
      for (int i = row; i < row + cols; i++) {
        sum += values[i];
      }
      for (int i = row; i < row + cols; i++) {
        values[i] /= sum;
      }
    }
  }

  private static void meanRows(double[] from, int cols, double[] to) {
    int rows = from.length / cols;
    for (int j = 0; j < cols; j++) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += from[i * cols + j];
      }
      for (int i = j; i < to.length; i += cols) {
        to[i] = sum / rows;
      }
    }
  }

  /** Non-negative weights [rows][cols]. */
  static Parameter parameter(String name, double[] values, int rows, int cols) {
    float[] single = new float[values.length];
    for (int i = 0; i < single.length; i++) {
      single[i] = (float) values[i];
    }
    return new Parameter(name, single, new int[] {rows, cols}, Constraint.NON_NEGATIVE);
  }
}
