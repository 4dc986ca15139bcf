package homeostat.disinhibition.rule;

import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.Settled;
import homeostat.disinhibition.circuit.Weights;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Reductions;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the states and gradients of one batch lie apart that two routes lead to, each from input
 * to gradient by itself.
 *
 * @param open largest |u - u'| / (1 + |u|) over the potentials of each hidden layer, of cells and
 *     interneurons, and over the output, without control
 * @param closed the same under control; as open where the rule needs none
 * @param gradient |one - other| / |one| of each layer, kernel and bias together
 * @param cosine between the gradients of each layer
 * @param settled how the second route found its states
 */
public record RouteDistance(
    double[] open, double[] closed, double[] gradient, double[] cosine, Settled settled) {

  /** A network with a rule, and the batch it is given. */
  public record Lesson(
      Weights weights,
      Pairs pairs,
      RuleSettings settings,
      RuleState state,
      float[] x,
      float[] y,
      int samples) {}

  /** Of a lesson by two routes; what the rule remembers stays as it is. */
  public static RouteDistance between(Route one, Route other, Lesson lesson, Parallel parallel) {
    Learned first = Learned.by(one, lesson, parallel);
    Learned second = Learned.by(other, lesson, parallel);
    int depth = lesson.weights().layers().depth();
    double[] open = new double[depth + 1];
    double[] closed = new double[depth + 1];
    double[] gradient = new double[depth + 1];
    for (int l = 0; l <= depth; l++) {
      open[l] = apart(first.open, second.open, l, lesson.samples());
      closed[l] = apart(first.closed, second.closed, l, lesson.samples());
      gradient[l] = apart(first.gradient, second.gradient, l);
    }
    return new RouteDistance(
        open, closed, gradient, Alignment.cosines(first.gradient, second.gradient), second.settled);
  }

  /** The largest of some numbers; NaN if there is one. */
  public static double largest(double[] numbers) {
    double largest = 0;
    for (double number : numbers) {
      largest = number <= largest ? largest : number;
    }
    return largest;
  }

  private record Learned(Activity open, Activity closed, Weights gradient, Settled settled) {
    static Learned by(Route route, Lesson lesson, Parallel parallel) {
      Kernels kernels = Kernels.active();
      Weights weights = lesson.weights();
      Evaluator evaluator =
          new Evaluator(
              weights,
              lesson.pairs(),
              route,
              lesson.settings().loss(),
              lesson.samples(),
              parallel,
              kernels);
      evaluator.score(lesson.x(), lesson.y(), lesson.samples());
      Learner learner =
          new Learner(
              weights,
              lesson.pairs(),
              route,
              lesson.settings(),
              lesson.samples(),
              parallel,
              kernels);
      Weights gradient = weights.zeros();
      RuleState state = RuleState.start(weights.layers(), lesson.settings());
      state.load(lesson.state().save());
      Outcome outcome = learner.learn(lesson.x(), lesson.y(), lesson.samples(), state, gradient);
      return new Learned(
          evaluator.activity(),
          learner.activity(),
          gradient,
          outcome.settledOpen().and(outcome.settledClosed()));
    }
  }

  private static double apart(Activity one, Activity other, int l, int samples) {
    if (l == one.layers().depth()) {
      return apart(one.output(), other.output(), samples * one.layers().outputs());
    }
    int length = samples * one.layers().units(l);
    double cells = apart(one.excitatory().get(l), other.excitatory().get(l), length);
    double interneurons = apart(one.inhibitory().get(l), other.inhibitory().get(l), length);
    return largest(new double[] {cells, interneurons});
  }

  private static double apart(float[] one, float[] other, int length) {
    double most = 0;
    for (int i = 0; i < length; i++) {
      double apart = Math.abs((double) one[i] - other[i]) / (1 + Math.abs(one[i]));
      most = apart <= most ? most : apart;
    }
    return most;
  }

  private static double apart(Weights one, Weights other, int l) {
    List<float[]> ones = new ArrayList<>(List.of(one.kernels().get(l)));
    List<float[]> others = new ArrayList<>(List.of(other.kernels().get(l)));
    if (l < one.biases().size()) {
      ones.add(one.biases().get(l));
      others.add(other.biases().get(l));
    }
    Reductions sums = Kernels.active().reductions();
    double squares = 0;
    double whole = 0;
    for (int i = 0; i < ones.size(); i++) {
      float[] difference = ones.get(i).clone();
      Kernels.active().elementwise().axpy(-1f, others.get(i), 0, difference, 0, difference.length);
      squares += sums.sumSquaresDouble(difference, 0, difference.length);
      whole += sums.sumSquaresDouble(ones.get(i), 0, difference.length);
    }
    return whole == 0 ? Math.sqrt(squares) : Math.sqrt(squares / whole);
  }
}
