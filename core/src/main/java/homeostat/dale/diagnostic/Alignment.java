package homeostat.dale.diagnostic;

import homeostat.dale.network.RecordedLayer;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.NormaliseGradient;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import java.util.Arrays;
import java.util.Optional;

/**
 * How near a layer is to layer normalisation. With y the output of the layer before normaliser and
 * non-linearity, LN layer normalisation without gain and bias, and P the layer's own normalisation
 * of gradients (the identity where it has none):
 *
 * <pre>
 * gradient  cosine of d sum(relu(LN(y))) / dWex and d sum(relu(P(y))) / dWex
 * output    cosine of relu(LN(y)) and relu(y), over the batch
 * </pre>
 *
 * With lateral feedback the first gradient is that of a centred gradient instead of LN. Inhibition
 * counts as constant in a divisive layer. Computed in float64; changes nothing.
 *
 * @param gradient cosine of gradients
 * @param output cosine of outputs
 */
public record Alignment(double gradient, double output) {
  private static final double EPSILON = 1e-5;
  private static final double FLOOR = 1e-8;

  /**
   * Of the batch that a tape went through last.
   *
   * @param feedback the layer's own normalisation of gradients, if it has one
   */
  public static Alignment of(RecordedLayer layer, Optional<NormaliseGradient.Mode> feedback) {
    return of(layer, feedback, Activation.NONE);
  }

  /**
   * As {@link #of(RecordedLayer, Optional)}.
   *
   * @param own what y came through, and gradients go back through, in the layer itself
   */
  public static Alignment of(
      RecordedLayer layer, Optional<NormaliseGradient.Mode> feedback, Activation own) {
    float[] y = layer.output().value();
    double[] slopes = slopes(layer, own);
    int rows = layer.output().shape().rows();
    int units = layer.output().shape().cols();
    double[] first = new double[y.length];
    double[] second = new double[y.length];
    double across = 0;
    double normed = 0;
    double rectified = 0;
    boolean lateral = feedback.isPresent() && feedback.get() == NormaliseGradient.Mode.LATERAL;
    for (int row = 0; row < rows; row++) {
      int at = row * units;
      Normed n = Normed.of(y, at, units);
      for (int i = at; i < at + units; i++) {
        double ln = Math.max(n.value(y[i]), 0);
        double plain = Math.max(y[i], 0);
        across += ln * plain;
        normed += ln * ln;
        rectified += plain * plain;
        first[i] = lateral ? step(y[i]) : step(n.value(y[i]));
        second[i] = step(y[i]);
      }
      if (lateral) {
        center(first, at, units);
      } else {
        n.back(y, first, at, units, true);
      }
      feedback.ifPresent(mode -> feedback(mode, n, y, second, at, units, layer));
      for (int i = at; i < at + units; i++) {
        first[i] *= slopes[i];
        second[i] *= slopes[i];
      }
    }
    double output =
        across / (Math.max(Math.sqrt(normed), FLOOR) * Math.max(Math.sqrt(rectified), FLOOR));
    return new Alignment(gradient(layer.input().value(), first, second, rows, units), output);
  }

  /** d y / d (Wex x), element by element, where inhibition is constant. */
  private static double[] slopes(RecordedLayer layer, Activation own) {
    Var y = layer.output();
    int units = y.shape().cols();
    float[] through = new float[y.value().length];
    Arrays.fill(through, 1f);
    own.chain(Kernels.active(), y.value(), through, 0, through.length, own.scratch(through.length));
    double[] slopes = new double[through.length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = through[i] / divisor(layer, i / units, i);
      if (layer.gain().isPresent()) {
        slopes[i] *= layer.gain().get().value()[i % units];
      }
    }
    return slopes;
  }

  /** Of a row where a layer has one pool of inhibition, else of each element. */
  private static double divisor(RecordedLayer layer, int row, int element) {
    if (layer.divisor().isEmpty()) {
      return 1;
    }
    Var divisor = layer.divisor().get();
    return divisor.value()[divisor.shape().cols() == 1 ? row : element];
  }

  private static double step(double value) {
    return value > 0 ? 1 : 0;
  }

  private static void center(double[] g, int at, int units) {
    double mean = 0;
    for (int i = at; i < at + units; i++) {
      mean += g[i] / units;
    }
    for (int i = at; i < at + units; i++) {
      g[i] -= mean;
    }
  }

  private static void feedback(
      NormaliseGradient.Mode mode,
      Normed n,
      float[] y,
      double[] g,
      int at,
      int units,
      RecordedLayer layer) {
    switch (mode) {
      case FULL -> n.back(y, g, at, units, false);
      case CENTRE -> center(g, at, units);
      case LATERAL -> lateral(layer.lateral().orElseThrow().value(), g, at, units);
      case SCALE -> {
        for (int i = at; i < at + units; i++) {
          g[i] *= n.inverse();
        }
      }
      case DECORRELATE -> {
        double along = 0;
        for (int i = at; i < at + units; i++) {
          along += g[i] * y[i] / units;
        }
        for (int i = at; i < at + units; i++) {
          g[i] -= y[i] * along;
        }
      }
    }
  }

  private static void lateral(float[] c, double[] g, int at, int units) {
    double shift = 0;
    for (int i = 0; i < units; i++) {
      shift += c[i] * g[at + i];
    }
    for (int i = at; i < at + units; i++) {
      g[i] -= shift;
    }
  }

  /**
   * Cosine of A' x and B' x, from products of rows: the sum of (A_n . B_m)(x_n . x_m) over n, m.
   */
  private static double gradient(float[] x, double[] a, double[] b, int rows, int units) {
    int inputs = x.length / rows;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int n = 0; n < rows; n++) {
      for (int m = 0; m < rows; m++) {
        double xx = 0;
        for (int j = 0; j < inputs; j++) {
          xx += (double) x[n * inputs + j] * x[m * inputs + j];
        }
        ab += xx * dot(a, n * units, b, m * units, units);
        aa += xx * dot(a, n * units, a, m * units, units);
        bb += xx * dot(b, n * units, b, m * units, units);
      }
    }
    return ab
        / (Math.max(Math.sqrt(Math.max(aa, 0)), FLOOR)
            * Math.max(Math.sqrt(Math.max(bb, 0)), FLOOR));
  }

  private static double dot(double[] a, int aAt, double[] b, int bAt, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[aAt + i] * b[bAt + i];
    }
    return sum;
  }

  /** Layer normalisation of one row. */
  private record Normed(double mean, double inverse) {
    static Normed of(float[] y, int at, int units) {
      double mean = 0;
      for (int i = at; i < at + units; i++) {
        mean += y[i];
      }
      mean /= units;
      double squares = 0;
      for (int i = at; i < at + units; i++) {
        squares += (y[i] - mean) * (y[i] - mean);
      }
      return new Normed(mean, 1 / Math.sqrt(squares / units + EPSILON));
    }

    double value(double y) {
      return (y - mean) * inverse;
    }

    /**
     * The gradient of layer normalisation; of values that are normalised already if not centred.
     */
    void back(float[] y, double[] g, int at, int units, boolean normalise) {
      double sum = 0;
      double along = 0;
      for (int i = at; i < at + units; i++) {
        double z = normalise ? value(y[i]) : y[i];
        sum += g[i];
        along += g[i] * z;
      }
      for (int i = at; i < at + units; i++) {
        double z = normalise ? value(y[i]) : y[i];
        g[i] = (g[i] - sum / units - z * along / units) * inverse;
      }
    }
  }
}
