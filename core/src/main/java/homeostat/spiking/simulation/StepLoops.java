package homeostat.spiking.simulation;

/**
 * The dense loops of a step and of its adjoint, over a range of panel entries that share a cell
 * type. Each loop is short and uses one common index: that is what the compiler turns into vector
 * instructions; a longer loop stays scalar.
 */
final class StepLoops {
  /** Takes any difference of neighbouring floats in the range of conductances above 1. */
  private static final float HUGE = 1e30f;

  private StepLoops() {}

  /** {@code total += g^r + g^d; current += (g^r + g^d) (v - E)}. */
  static void accumulate(
      int from,
      int to,
      float[] rise,
      float[] decay,
      float[] v,
      float[] total,
      float[] current,
      float reversal) {
    for (int i = from; i < to; i++) {
      float g = rise[i] + decay[i];
      total[i] += g;
      current[i] += g * (v[i] - reversal);
    }
  }

  /** {@code g^c = alpha_c g^c + scale_c drive}, both components. */
  static void advance(
      int from,
      int to,
      float[] rise,
      float[] decay,
      float[] drive,
      float alphaRise,
      float alphaDecay,
      float scaleRise,
      float scaleDecay) {
    for (int i = from; i < to; i++) {
      float h = drive[i];
      rise[i] = alphaRise * rise[i] + scaleRise * h;
      decay[i] = alphaDecay * decay[i] + scaleDecay * h;
    }
  }

  /** Clamps. */
  static void clamp(int from, int to, float[] g, float lower, float upper) {
    for (int i = from; i < to; i++) {
      g[i] = Math.min(Math.max(g[i], lower), upper);
    }
  }

  /** Clamps, and sets {@code bit} where the value was outside the bounds. */
  static void clamp(int from, int to, float[] g, float lower, float upper, int[] clamped, int bit) {
    for (int i = from; i < to; i++) {
      float a = g[i];
      float c = Math.min(Math.max(a, lower), upper);
      g[i] = c;
      clamped[i] += (int) Math.min(Math.abs(a - c) * HUGE, 1f) << bit;
    }
  }

  /** {@code next = v - next dt/C - (v - E_L) (1 - beta)}, where {@code next} held the current. */
  static void membrane(
      int from, int to, float[] v, float[] next, float dtOverC, float leakReversal, float leak) {
    for (int i = from; i < to; i++) {
      next[i] = v[i] - next[i] * dtOverC - (v[i] - leakReversal) * leak;
    }
  }

  /** Zeroes a costate where the clamp bit is set. */
  static void block(int from, int to, float[] costate, int[] clamped, int bit) {
    for (int i = from; i < to; i++) {
      costate[i] *= 1 - ((clamped[i] >> bit) & 1);
    }
  }

  /** {@code q += scale_r la^r + scale_d la^d}. */
  static void drive(
      int from, int to, float[] rise, float[] decay, float[] q, float scaleRise, float scaleDecay) {
    for (int i = from; i < to; i++) {
      q[i] += scaleRise * rise[i] + scaleDecay * decay[i];
    }
  }

  /** {@code scaled = factor q}. */
  static void scale(int from, int to, float[] q, float[] scaled, float factor) {
    for (int i = from; i < to; i++) {
      scaled[i] = factor * q[i];
    }
  }

  /** {@code la^c = alpha_c la^c - e (v - E) dt/C}, both components. */
  static void retreat(
      int from,
      int to,
      float[] rise,
      float[] decay,
      float[] e,
      float[] v,
      float alphaRise,
      float alphaDecay,
      float reversal,
      float dtOverC) {
    for (int i = from; i < to; i++) {
      float x = e[i] * ((v[i] - reversal) * dtOverC);
      rise[i] = alphaRise * rise[i] - x;
      decay[i] = alphaDecay * decay[i] - x;
    }
  }

  /** {@code e = e (beta - total dt/C) + ls surrogate'(v - theta)}. */
  static void membraneAdjoint(
      int from,
      int to,
      float[] e,
      float[] v,
      float[] total,
      float[] ls,
      float beta,
      float dtOverC,
      float theta,
      float surrogateScale) {
    for (int i = from; i < to; i++) {
      e[i] =
          e[i] * (beta - total[i] * dtOverC)
              + ls[i] * Surrogate.derivative(v[i] - theta, surrogateScale);
    }
  }

  /** {@code out += slope v + offset}. */
  static void addLine(float[] slope, float[] v, float[] offset, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += slope[i] * v[i] + offset[i];
    }
  }
}
