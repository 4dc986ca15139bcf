package homeostat.lyapunov.training;

import homeostat.lyapunov.Measures;
import java.util.Arrays;

/** A loss on the vector of the k exponents, with its gradient. */
public sealed interface SpectrumLoss {
  /** The loss. */
  double value(double[] exponents);

  /** d loss / d lambda_j, [k]. */
  double[] gradient(double[] exponents);

  /** Whether training makes it large, not small. */
  default boolean maximised() {
    return false;
  }

  /** Euclidean distance from a target, the same one for all exponents. */
  record Distance(double target) implements SpectrumLoss {
    @Override
    public double value(double[] exponents) {
      double sum = 0;
      for (double exponent : exponents) {
        sum += (exponent - target) * (exponent - target);
      }
      return Math.sqrt(sum);
    }

    @Override
    public double[] gradient(double[] exponents) {
      double value = value(exponents);
      double[] out = new double[exponents.length];
      Arrays.setAll(out, j -> value == 0 ? 0 : (exponents[j] - target) / value);
      return out;
    }
  }

  /** Mean of (lambda_j - c)^2. */
  record MeanSquare(double target) implements SpectrumLoss {
    @Override
    public double value(double[] exponents) {
      return targets(exponents.length).value(exponents);
    }

    @Override
    public double[] gradient(double[] exponents) {
      return targets(exponents.length).gradient(exponents);
    }

    private Targets targets(int k) {
      double[] all = new double[k];
      Arrays.fill(all, target);
      return Targets.unweighted(all);
    }
  }

  /** Mean of (lambda_j - c_j)^2 with c from {@code first} to {@code last} in equal steps. */
  record Line(double first, double last) implements SpectrumLoss {
    /** The published one, from 1.24 to -1.25. */
    public static final Line PUBLISHED = new Line(1.24, -1.25);

    @Override
    public double value(double[] exponents) {
      return targets(exponents.length).value(exponents);
    }

    @Override
    public double[] gradient(double[] exponents) {
      return targets(exponents.length).gradient(exponents);
    }

    private Targets targets(int k) {
      double[] all = new double[k];
      Arrays.setAll(all, j -> k == 1 ? first : first + j * (last - first) / (k - 1));
      return Targets.unweighted(all);
    }
  }

  /**
   * Mean of w_j (lambda_j - c_j)^2.
   *
   * @param targets c, [k]
   * @param weights w, [k]
   */
  record Targets(double[] targets, double[] weights) implements SpectrumLoss {
    static Targets unweighted(double[] targets) {
      double[] weights = new double[targets.length];
      Arrays.fill(weights, 1);
      return new Targets(targets, weights);
    }

    @Override
    public double value(double[] exponents) {
      require(exponents);
      double sum = 0;
      for (int j = 0; j < exponents.length; j++) {
        double off = exponents[j] - targets[j];
        sum += weights[j] * off * off;
      }
      return sum / exponents.length;
    }

    @Override
    public double[] gradient(double[] exponents) {
      require(exponents);
      double[] out = new double[exponents.length];
      Arrays.setAll(out, j -> 2 * weights[j] * (exponents[j] - targets[j]) / exponents.length);
      return out;
    }

    private void require(double[] exponents) {
      if (targets.length != exponents.length || weights.length != exponents.length) {
        throw new IllegalArgumentException(
            "%d exponents, %d targets and %d weights"
                .formatted(exponents.length, targets.length, weights.length));
      }
    }
  }

  /**
   * The sum of the exponents, which the published program calls an entropy and maximises. It is the
   * trace of the dynamics, not the entropy.
   */
  record Sum() implements SpectrumLoss {
    @Override
    public double value(double[] exponents) {
      return Arrays.stream(exponents).sum();
    }

    @Override
    public double[] gradient(double[] exponents) {
      double[] out = new double[exponents.length];
      Arrays.setAll(out, j -> exponents[j] == 0 ? 0 : 1);
      return out;
    }

    @Override
    public boolean maximised() {
      return true;
    }
  }

  /** The entropy, the sum of the positive exponents; maximised. */
  record Entropy() implements SpectrumLoss {
    @Override
    public double value(double[] exponents) {
      return Measures.entropy(exponents);
    }

    @Override
    public double[] gradient(double[] exponents) {
      double[] out = new double[exponents.length];
      Arrays.setAll(out, j -> exponents[j] > 0 ? 1 : 0);
      return out;
    }

    @Override
    public boolean maximised() {
      return true;
    }
  }

  /** (lambda_1 - c)^2: the largest exponent alone. */
  record Largest(double target) implements SpectrumLoss {
    @Override
    public double value(double[] exponents) {
      double off = exponents[largest(exponents)] - target;
      return off * off;
    }

    @Override
    public double[] gradient(double[] exponents) {
      double[] out = new double[exponents.length];
      int at = largest(exponents);
      out[at] = 2 * (exponents[at] - target);
      return out;
    }

    private static int largest(double[] exponents) {
      int at = 0;
      for (int j = 1; j < exponents.length; j++) {
        at = exponents[j] > exponents[at] ? j : at;
      }
      return at;
    }
  }

  /**
   * (D - c)^2 of the Kaplan-Yorke dimension D, which is smooth between whole numbers; 0 gradient
   * where it is not determined or a whole number of all variables.
   *
   * @param target c
   * @param variables number of state variables
   */
  record Dimension(double target, int variables) implements SpectrumLoss {
    @Override
    public double value(double[] exponents) {
      double off = Measures.kaplanYorke(exponents, variables).orElse(exponents.length) - target;
      return off * off;
    }

    @Override
    public double[] gradient(double[] exponents) {
      Integer[] order = new Integer[exponents.length];
      Arrays.setAll(order, j -> j);
      Arrays.sort(order, (a, b) -> Double.compare(exponents[b], exponents[a]));
      double[] out = new double[exponents.length];
      double sum = 0;
      for (int j = 0; j < order.length; j++) {
        double next = exponents[order[j]];
        if (sum + next < 0) {
          double outer = 2 * (j - sum / next - target);
          for (int i = 0; i < j; i++) {
            out[order[i]] = outer / -next;
          }
          out[order[j]] = outer * sum / (next * next);
          return out;
        }
        sum += next;
      }
      return out;
    }
  }
}
