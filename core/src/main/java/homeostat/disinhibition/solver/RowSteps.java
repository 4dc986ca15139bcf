package homeostat.disinhibition.solver;

import homeostat.dynamics.StepControl;

/** Time and step of each row of a batch, each with its own history of errors. */
final class RowSteps {
  /** A step that would leave less than this ends at the end. */
  private static final double NEAR_END = 1e-10;

  /** Order of the error, in the exponents of the controller. */
  private static final double ORDER = 5;

  private final SolverSettings settings;
  private final StepControl control;
  final int[] sample;
  final int[] attempts;
  final double[] time;
  final double[] made;
  private final double[] target;
  private final double[] next;
  private final double[] inverse1;
  private final double[] inverse2;
  private final boolean[] shrunk;

  RowSteps(SolverSettings settings, int capacity) {
    this.settings = settings;
    control = settings.control();
    sample = new int[capacity];
    attempts = new int[capacity];
    time = new double[capacity];
    made = new double[capacity];
    target = new double[capacity];
    next = new double[capacity];
    inverse1 = new double[capacity];
    inverse2 = new double[capacity];
    shrunk = new boolean[capacity];
  }

  /** Row i is a sample at time zero. */
  void start(int i, int of) {
    sample[i] = of;
    attempts[i] = 0;
    time[i] = 0;
    next[i] = settings.dt();
    inverse1[i] = 1;
    inverse2[i] = 1;
    shrunk[i] = false;
  }

  /** Row {@code to} goes on where row {@code from} was. */
  void move(int from, int to) {
    sample[to] = sample[from];
    attempts[to] = attempts[from];
    time[to] = time[from];
    next[to] = next[from];
    inverse1[to] = inverse1[from];
    inverse2[to] = inverse2[from];
    shrunk[to] = shrunk[from];
  }

  /** Chooses the length of the attempt that comes. */
  void choose(int i) {
    double end = settings.horizon();
    double reached = time[i] + next[i];
    // After a rejection the step must really become shorter.
    target[i] = reached >= end || (!shrunk[i] && reached > end - NEAR_END) ? end : reached;
    made[i] = target[i] - time[i];
    attempts[i]++;
  }

  /** Judges an attempt; whether it is accepted. */
  boolean accept(int i, double error) {
    if (!settings.adaptive()) {
      time[i] = target[i];
      return true;
    }
    boolean accept = error < 1 || next[i] <= control.smallest();
    next[i] = Math.clamp(made[i] * factor(i, error, accept), control.smallest(), control.largest());
    shrunk[i] = !accept;
    if (accept) {
      time[i] = target[i];
      double inverse = 1 / error;
      inverse2[i] = inverse1[i];
      // An error of zero says nothing about the steps to come.
      inverse1[i] = Double.isFinite(inverse) && inverse > 0 ? inverse : 1;
    }
    return accept;
  }

  private double factor(int i, double error, boolean accept) {
    double least = accept ? control.leastAfterAcceptance() : control.leastAfterRejection();
    if (!Double.isFinite(error)) {
      return least;
    }
    double factor =
        control.safety()
            * StrictMath.pow(1 / error, (control.p() + control.i() + control.d()) / ORDER)
            * StrictMath.pow(inverse1[i], -(control.p() + 2 * control.d()) / ORDER)
            * StrictMath.pow(inverse2[i], control.d() / ORDER);
    return Math.clamp(factor, least, control.most());
  }

  /** Whether the horizon is reached. */
  boolean ended(int i) {
    return time[i] >= settings.horizon();
  }
}
