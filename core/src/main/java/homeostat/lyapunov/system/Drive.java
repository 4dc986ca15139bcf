package homeostat.lyapunov.system;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

/**
 * The current I that a network gets during each step, the same on every trajectory: exponents of a
 * driven network are conditional on its input.
 */
public sealed interface Drive {
  /** No input. */
  Drive NONE = new Table(new double[0][]);

  /**
   * Adds a multiple of the current during step n.
   *
   * @param onto [unit]
   */
  void add(long n, double weight, double[] onto);

  /**
   * Given currents, repeated from their end on.
   *
   * @param currents [n][unit]; none where it is empty
   */
  record Table(double[][] currents) implements Drive {
    @Override
    public void add(long n, double weight, double[] onto) {
      if (currents.length == 0) {
        return;
      }
      double[] current = currents[row(n)];
      for (int i = 0; i < onto.length; i++) {
        onto[i] += weight * current[i];
      }
    }

    int row(long n) {
      return (int) (n % currents.length);
    }
  }

  /**
   * White noise, independent in every unit: I = sigma xi / sqrt(dt) with xi standard normal, so
   * that a unit without connections would have the deviation sigma / sqrt(2) for small dt.
   *
   * @param sigma its strength, in units of the state times the root of the time constant
   * @param duration dt, the time that a step takes
   * @param stream where it is drawn, by the number of the step
   */
  record WhiteNoise(double sigma, double duration, Stream stream) implements Drive {
    @Override
    public void add(long n, double weight, double[] onto) {
      Draws draws = stream.at(n).draws();
      double scale = weight * sigma / Math.sqrt(duration);
      for (int i = 0; i < onto.length; i++) {
        onto[i] += scale * draws.normal();
      }
    }
  }
}
