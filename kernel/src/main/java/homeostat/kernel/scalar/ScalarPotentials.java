package homeostat.kernel.scalar;

import homeostat.kernel.Potentials;

/** {@link Potentials}, neuron by neuron. */
public final class ScalarPotentials implements Potentials {
  @Override
  public int above(
      double[] state,
      int from,
      int to,
      double x,
      double y,
      double threshold,
      int[] out,
      int count) {
    int found = count;
    for (int i = from; i < to; i++) {
      if (state[2 * i] * x - state[2 * i + 1] * y > threshold) {
        out[found++] = i;
      }
    }
    return found;
  }

  @Override
  public int above(
      float[] state, int from, int to, float x, float y, float threshold, int[] out, int count) {
    int found = count;
    for (int i = from; i < to; i++) {
      if (state[2 * i] * x - state[2 * i + 1] * y > threshold) {
        out[found++] = i;
      }
    }
    return found;
  }

  @Override
  public void rescale(double[] state, int from, int to, double x, double y, double tiny) {
    for (int i = 2 * from; i < 2 * to; i += 2) {
      double a = state[i] * x;
      double b = state[i + 1] * y;
      state[i] = Math.abs(a) < tiny ? 0 : a;
      state[i + 1] = Math.abs(b) < tiny ? 0 : b;
    }
  }

  @Override
  public void rescale(float[] state, int from, int to, float x, float y, float tiny) {
    for (int i = 2 * from; i < 2 * to; i += 2) {
      float a = state[i] * x;
      float b = state[i + 1] * y;
      state[i] = Math.abs(a) < tiny ? 0 : a;
      state[i + 1] = Math.abs(b) < tiny ? 0 : b;
    }
  }
}
