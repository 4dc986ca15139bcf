package homeostat.disinhibition.equilibrium;

import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.circuit.RateFunction;
import homeostat.kernel.Kernels;

/**
 * Equilibria of single pairs, many at once. For drive a and control k the potential u of the
 * excitatory cell is the root of
 *
 * <pre>
 * f(u) = u + phiI(phiE(u) - k) - a,   f'(u) = 1 + phiI'(phiE(u) - k) phiE'(u)
 * </pre>
 *
 * which is increasing and convex, so that Newton's method converges from any start. For one thread
 * at a time.
 */
final class PairNewton {
  /** Elements that are worked on together, so that they stay in the cache. */
  private static final int BLOCK = 512;

  /**
   * A step below it, in units of the sharper activation's width, leaves an error of about its
   * square: that of float32.
   */
  private static final double LAST_STEP = 3e-4;

  /** A residual above it, in the same units, asks for new slopes. */
  private static final double FAR = 0.02;

  private static final int MOST = 60;

  private final RateFunction excitatory;
  private final RateFunction inhibitory;
  private final Kernels kernels;
  private final float lastStep;
  private final float far;

  // One block of everything, all at one index: the compiler makes vectors of such loops alone.
  private final float[] drive = new float[BLOCK];
  private final float[] control = new float[BLOCK];
  private final float[] potential = new float[BLOCK];
  private final float[] rate = new float[BLOCK];
  private final float[] slopeE = new float[BLOCK];
  private final float[] slopeI = new float[BLOCK];
  private final float[] gain = new float[BLOCK];
  private final float[] inhibitoryPotential = new float[BLOCK];
  private final float[] inhibition = new float[BLOCK];
  private final float[] move = new float[BLOCK];

  PairNewton(Pairs pairs, Kernels kernels) {
    this.kernels = kernels;
    excitatory = new RateFunction(pairs.excitatory(), kernels);
    inhibitory = new RateFunction(pairs.inhibitory(), kernels);
    double sharpest =
        Math.max(pairs.excitatory().sharpness(), pairs.inhibitory().sharpness())
            * Math.max(1, pairs.excitatory().scale());
    lastStep = (float) (LAST_STEP / Math.max(1, sharpest));
    far = (float) (FAR / Math.max(1, sharpest));
  }

  /**
   * The equilibria without control. Arrays of {@code length} elements; u and r begin at {@code at}.
   *
   * @param a drive
   * @param u receives the potentials
   * @param r receives phiE(u)
   * @param slopes receives phiE'(u)
   * @param gains receives 1 / f'(u), what a change of drive moves
   * @return how far the worst potential is from its root, to first order; NaN if there is one
   */
  float open(float[] a, float[] u, float[] r, int at, float[] slopes, float[] gains, int length) {
    float worst = 0;
    for (int from = 0; from < length; from += BLOCK) {
      int n = Math.min(BLOCK, length - from);
      System.arraycopy(a, from, drive, 0, n);
      start(n);
      float largest = Float.POSITIVE_INFINITY;
      for (int i = 0; i < MOST && !(largest < lastStep); i++) {
        evaluate(n);
        largest = newton(n);
      }
      evaluate(n);
      float left = missing(n);
      worst = left <= worst ? worst : left;
      System.arraycopy(potential, 0, u, at + from, n);
      System.arraycopy(rate, 0, r, at + from, n);
      System.arraycopy(slopeE, 0, slopes, from, n);
      System.arraycopy(gain, 0, gains, from, n);
    }
    return worst;
  }

  /** u <- a - phiI(phiE(a)) / 2, near the root for drives of any size. */
  private void start(int n) {
    excitatory.rate(drive, 0, rate, 0, n);
    inhibitory.rate(rate, 0, inhibition, 0, n);
    for (int i = 0; i < n; i++) {
      potential[i] = drive[i] - 0.5f * inhibition[i];
    }
  }

  private void evaluate(int n) {
    excitatory.rate(potential, 0, rate, 0, n);
    excitatory.slope(potential, 0, slopeE, 0, n);
    inhibitory.rate(rate, 0, inhibition, 0, n);
    inhibitory.slope(rate, 0, slopeI, 0, n);
    for (int i = 0; i < n; i++) {
      gain[i] = 1 / (1 + slopeI[i] * slopeE[i]);
    }
  }

  private float newton(int n) {
    float largest = missing(n);
    for (int i = 0; i < n; i++) {
      potential[i] -= move[i];
    }
    return largest;
  }

  /** f / f' of a block, in {@code move}; its largest magnitude. */
  private float missing(int n) {
    for (int i = 0; i < n; i++) {
      move[i] = (potential[i] + inhibition[i] - drive[i]) * gain[i];
    }
    return kernels.reductions().maxAbs(move, 0, n);
  }

  /**
   * One step from equilibria nearby to those under a control: Newton's where they are far, else
   * with the slopes from before.
   *
   * @param k control
   * @param r receives the rates, to first order in the step
   * @param slopes phiE'(u) and
   * @param gains 1 / f'(u), where they were last evaluated
   * @return the largest |f| before the step; NaN if there is one
   */
  float follow(
      float[] a,
      float[] k,
      float[] u,
      float[] r,
      int at,
      float[] slopes,
      float[] gains,
      int length) {
    float worst = 0;
    for (int from = 0; from < length; from += BLOCK) {
      int n = Math.min(BLOCK, length - from);
      System.arraycopy(a, from, drive, 0, n);
      System.arraycopy(k, from, control, 0, n);
      System.arraycopy(u, at + from, potential, 0, n);
      float largest = residual(n);
      worst = largest <= worst ? worst : largest;
      if (largest > far) {
        renew(n);
        System.arraycopy(slopeE, 0, slopes, from, n);
        System.arraycopy(gain, 0, gains, from, n);
      } else {
        System.arraycopy(slopes, from, slopeE, 0, n);
        System.arraycopy(gains, from, gain, 0, n);
      }
      for (int i = 0; i < n; i++) {
        float moved = move[i] * gain[i];
        potential[i] -= moved;
        rate[i] -= slopeE[i] * moved;
      }
      System.arraycopy(potential, 0, u, at + from, n);
      System.arraycopy(rate, 0, r, at + from, n);
    }
    return worst;
  }

  /**
   * The rates at these potentials, without a further step.
   *
   * @param aAt where a and k begin
   * @return the largest |f|; NaN if there is one
   */
  float settle(float[] a, float[] k, int aAt, float[] u, float[] r, int at, int length) {
    float worst = 0;
    for (int from = 0; from < length; from += BLOCK) {
      int n = Math.min(BLOCK, length - from);
      System.arraycopy(a, aAt + from, drive, 0, n);
      System.arraycopy(k, aAt + from, control, 0, n);
      System.arraycopy(u, at + from, potential, 0, n);
      float largest = residual(n);
      worst = largest <= worst ? worst : largest;
      System.arraycopy(rate, 0, r, at + from, n);
    }
    return worst;
  }

  /** f of a block, in {@code move}. */
  private float residual(int n) {
    excitatory.rate(potential, 0, rate, 0, n);
    for (int i = 0; i < n; i++) {
      inhibitoryPotential[i] = rate[i] - control[i];
    }
    inhibitory.rate(inhibitoryPotential, 0, inhibition, 0, n);
    for (int i = 0; i < n; i++) {
      move[i] = potential[i] + inhibition[i] - drive[i];
    }
    return kernels.reductions().maxAbs(move, 0, n);
  }

  private void renew(int n) {
    excitatory.slope(potential, 0, slopeE, 0, n);
    inhibitory.slope(inhibitoryPotential, 0, slopeI, 0, n);
    for (int i = 0; i < n; i++) {
      gain[i] = 1 / (1 + slopeI[i] * slopeE[i]);
    }
  }
}
