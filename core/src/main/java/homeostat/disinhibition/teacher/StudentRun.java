package homeostat.disinhibition.teacher;

import homeostat.dynamics.NonFiniteException;
import homeostat.dynamics.Step;
import homeostat.dynamics.Tsit5;

/**
 * Integrates a network over an epoch by Tsitouras' method with a fixed step, inputs and targets
 * linear between samples.
 *
 * @param shape sizes
 * @param settings constants
 * @param dt step, s
 * @param steps steps of an epoch
 */
public record StudentRun(StudentShape shape, StudentSettings settings, double dt, int steps) {

  /**
   * An epoch as it went.
   *
   * @param state at its end
   * @param outputs rates rE_2 at the start of each step and at the end, [time][output]
   * @param loss mean over time of |y - rE_2|^2; of use where there are targets
   * @param cost mean over time of sum_l |c Q_l|^2
   */
  public record Epoch(double[] state, double[] outputs, double loss, double cost) {}

  /**
   * Runs an epoch.
   *
   * @param state at its start; not changed
   * @param x inputs, one sample more than steps, [time][input]
   * @param y targets, [time][output]
   */
  public Epoch run(Mode mode, double[] state, double[] x, double[] y) {
    Sampled inputs = new Sampled(0, dt, shape.inputs(), x);
    Sampled targets = new Sampled(0, dt, shape.outputs(), y);
    StudentField field =
        new StudentField(
            shape,
            settings,
            mode,
            (t, xs, ys) -> {
              inputs.at(t, xs);
              targets.at(t, ys);
            });
    Step step = new Tsit5(dt).step(field, shape.size());
    double[] now = state.clone();
    double[] next = new double[now.length];
    double[] slope = new double[now.length];
    int outputs = shape.outputs();
    double[] rates = new double[(steps + 1) * outputs];
    double loss = 0;
    double cost = 0;
    for (int n = 0; n <= steps; n++) {
      for (int o = 0; o < outputs; o++) {
        int at = n * outputs + o;
        rates[at] = settings.pairs().excitatory().rate(now[shape.excitatory(1) + o]);
        loss += (y[at] - rates[at]) * (y[at] - rates[at]);
      }
      if (mode.isControlled()) {
        field.slope(n * dt, now, slope);
        cost += field.cost(now);
      }
      if (n < steps) {
        step.step(n, now, next);
        double[] done = now;
        now = next;
        next = done;
      }
    }
    if (!Double.isFinite(loss + cost)) {
      throw new NonFiniteException("loss of the student", "", steps, loss);
    }
    return new Epoch(now, rates, loss / (steps + 1), cost / (steps + 1));
  }
}
