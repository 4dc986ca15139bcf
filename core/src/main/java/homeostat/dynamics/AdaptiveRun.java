package homeostat.dynamics;

/** One adaptive integration in progress. */
final class AdaptiveRun {
  private static final Tableau TABLEAU = Tableau.TSITOURAS_5;

  /** A step that would leave less than this ends at the end. */
  private static final double NEAR_END = 1e-10;

  private final AdaptiveTsit5 method;
  private final StepControl control;
  private final VectorField field;
  private final double end;
  private final double[][] slope;
  private final double[] stage;
  private double t;
  private double[] x;
  private double[] next;
  private double h;
  private boolean shrunk;
  private boolean overflowed;

  private double inverse1 = 1;
  private double inverse2 = 1;
  private long accepted;
  private long rejected;
  private long forced;
  private long evaluations;

  AdaptiveRun(AdaptiveTsit5 method, VectorField field, double t0, double[] x0, double t1) {
    this.method = method;
    this.control = method.control();
    this.field = field;
    end = t1;
    t = t0;
    x = x0.clone();
    next = new double[x.length];
    stage = new double[x.length];
    slope = new double[TABLEAU.stages()][x.length];
    h = control.initial();
  }

  Solution toEnd(Stop stop, Segment.Observer observer) {
    evaluate(t, x, 0);
    if (!isFinite(x) || !isFinite(slope[0])) {
      return failed(Solution.Reason.NOT_FINITE);
    }
    while (t < end) {
      if (accepted + rejected >= method.maxAttempts()) {
        return failed(Solution.Reason.TOO_MANY_STEPS);
      }
      double target = target();
      if (!(target > t)) {
        return failed(overflowed ? Solution.Reason.NOT_FINITE : Solution.Reason.STEP_TOO_SMALL);
      }
      double made = target - t;
      double error = attempt(made);
      boolean finite = Double.isFinite(error) && isFinite(next) && isFinite(slope[6]);
      boolean smallest = h <= control.smallest();
      overflowed = !finite;
      if (smallest && !finite) {
        return failed(Solution.Reason.NOT_FINITE);
      }
      if (smallest && error >= 1 && !control.acceptSmallest()) {
        return failed(Solution.Reason.STEP_TOO_SMALL);
      }
      boolean accept = finite && (error < 1 || smallest);
      h = Math.clamp(made * factor(error, accept), control.smallest(), control.largest());
      if (accept) {
        forced += error < 1 ? 0 : 1;
        accept(target, error, observer);
      } else {
        rejected++;
      }
      shrunk = !accept;
      if (stop.now(t, x, slope[0])) {
        return new Solution.Stopped(t, x, statistics());
      }
    }
    return new Solution.Reached(t, x, statistics());
  }

  private double target() {
    double target = t + h;
    // After a rejection the step must really become shorter.
    return target >= end || (!shrunk && target > end - NEAR_END) ? end : target;
  }

  /** Fills {@code next} and the slopes; returns the scaled error. */
  private double attempt(double step) {
    int last = TABLEAU.stages() - 1;
    for (int i = 1; i < last; i++) {
      ExplicitStep.combine(x, step, TABLEAU.a().get(i), slope, stage);
      evaluate(t + TABLEAU.node(i) * step, stage, i);
    }
    ExplicitStep.combine(x, step, TABLEAU.a().get(last), slope, next);
    evaluate(t + step, next, last);
    double sum = 0;
    for (int e = 0; e < x.length; e++) {
      double error = 0;
      for (int i = 0; i <= last; i++) {
        error += TABLEAU.error()[i] * slope[i][e];
      }
      double scale = method.atol() + method.rtol() * Math.max(Math.abs(x[e]), Math.abs(next[e]));
      double scaled = error == 0 ? 0 : step * error / scale;
      sum += scaled * scaled;
    }
    return x.length == 0 ? 0 : Math.sqrt(sum / x.length);
  }

  private double factor(double error, boolean accept) {
    double least = accept ? control.leastAfterAcceptance() : control.leastAfterRejection();
    if (!Double.isFinite(error)) {
      return least;
    }
    double k = TABLEAU.order();
    double factor =
        control.safety()
            * StrictMath.pow(1 / error, (control.p() + control.i() + control.d()) / k)
            * StrictMath.pow(inverse1, -(control.p() + 2 * control.d()) / k)
            * StrictMath.pow(inverse2, control.d() / k);
    return Math.clamp(factor, least, control.most());
  }

  private void accept(double target, double error, Segment.Observer observer) {
    accepted++;
    int last = TABLEAU.stages() - 1;
    observer.accepted(new Segment(t, x, slope[0], target, next, slope[last]));
    // An error of zero says nothing about the steps to come.
    double inverse = 1 / error;
    inverse2 = inverse1;
    inverse1 = Double.isFinite(inverse) ? inverse : 1;
    double[] old = x;
    x = next;
    next = old;
    old = slope[0];
    slope[0] = slope[last];
    slope[last] = old;
    t = target;
  }

  private void evaluate(double time, double[] state, int i) {
    field.slope(time, state, slope[i]);
    evaluations++;
  }

  private Solution failed(Solution.Reason reason) {
    return new Solution.Failed(reason, t, x, statistics());
  }

  private Solution.Statistics statistics() {
    return new Solution.Statistics(accepted, rejected, forced, evaluations);
  }

  private static boolean isFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
