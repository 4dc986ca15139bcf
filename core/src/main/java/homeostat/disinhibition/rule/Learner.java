package homeostat.disinhibition.rule;

import homeostat.disinhibition.Cells;
import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.Tangent;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.Control;
import homeostat.disinhibition.circuit.Feedback;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.Weights;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns batches into gradients, by the rule of its settings. A batch goes through
 *
 * <ol>
 *   <li>the steady state without control,
 *   <li>feedback weights there,
 *   <li>the target: y, or the output nudged towards it,
 *   <li>the steady state under control, from the first one,
 *   <li>errors of every layer under control, and with the rates below their mean products.
 * </ol>
 *
 * Back-propagation needs the first and the last alone. Samples are worked on in parts that do not
 * depend on the number of threads.
 */
public final class Learner {
  private final Layers layers;
  private final RuleSettings settings;
  private final Parallel parallel;
  private final Kernels kernels;
  private final Activity activity;
  private final List<LearningPart> parts = new ArrayList<>();
  private final List<float[]> feedback = new ArrayList<>();
  private final List<float[]> shared = new ArrayList<>();
  private final List<float[]> deltas = new ArrayList<>();
  private final List<float[]> inhibition;
  private final float[] target;
  private final float[] openOutput;
  private final WeightGradients products;
  private final Optional<SoftRectifier> inhibitory;

  /**
   * @param weights those that learn, changed by the caller between batches
   * @param cells plain units, which only back-propagation can teach, or pairs
   * @param capacity most samples of a batch
   */
  public Learner(
      Weights weights,
      Cells cells,
      Route route,
      RuleSettings settings,
      int capacity,
      Parallel parallel,
      Kernels kernels) {
    this.layers = weights.layers();
    this.settings = settings;
    this.parallel = parallel;
    this.kernels = kernels;
    if (settings.rule() != Rule.BACK_PROPAGATION && !(cells instanceof Pairs)) {
      throw new IllegalArgumentException(
          settings.rule() + " needs the inhibitory potentials of a network of pairs");
    }
    inhibitory = cells instanceof Pairs pairs ? Optional.of(pairs.inhibitory()) : Optional.empty();
    activity =
        inhibitory.isPresent()
            ? Activity.ofPairs(layers, capacity)
            : Activity.ofUnits(layers, capacity);
    for (int i = 0; i < Parts.of(capacity).count(); i++) {
      parts.add(new LearningPart(weights, cells, route, settings, kernels));
    }
    boolean local = settings.rule() != Rule.BACK_PROPAGATION;
    for (int l = 0; l < layers.depth(); l++) {
      int size = layers.outputs() * layers.units(l);
      feedback.add(new float[local ? Math.multiplyExact(capacity, size) : 0]);
      shared.add(new float[local && settings.feedback().average() ? size : 0]);
      deltas.add(new float[capacity * layers.units(l)]);
    }
    deltas.add(new float[capacity * layers.outputs()]);
    boolean lines = settings.rule() == Rule.LINEAR_THRESHOLD;
    inhibition = lines ? Activity.hidden(layers, capacity) : List.of();
    target = new float[capacity * layers.outputs()];
    openOutput = new float[capacity * layers.outputs()];
    products = new WeightGradients(layers, parallel, kernels);
  }

  /** The state of the batch seen last: under control after a local rule, else without it. */
  public Activity activity() {
    return activity;
  }

  /** Outputs of the batch seen last without control, [sample][output]. */
  public float[] openOutput() {
    return openOutput;
  }

  /** What the controller aimed at, [sample][output]. */
  public float[] target() {
    return target;
  }

  /** Errors of each hidden layer and of the readout, [sample][unit]. */
  public List<float[]> deltas() {
    return deltas;
  }

  /** Feedback weights of the batch seen last. */
  public Feedback feedback() {
    return settings.feedback().average()
        ? new Feedback(shared, true)
        : new Feedback(feedback, false);
  }

  /**
   * Gradients of a batch.
   *
   * @param x inputs, [sample][input]
   * @param y targets, [sample][output]
   * @param state what the rule remembers; updated
   * @param gradient receives what an optimiser subtracts
   */
  public Outcome learn(float[] x, float[] y, int samples, RuleState state, Weights gradient) {
    Outcome outcome = open(x, y, samples);
    Outcome taught =
        settings.rule() == Rule.BACK_PROPAGATION
            ? backPropagate(y, samples)
            : underControl(y, samples, state);
    products.gradient(x, activity, deltas, samples, gradient);
    return new Outcome(
        outcome.open(),
        settings.rule() == Rule.BACK_PROPAGATION ? outcome.open() : taught.taught(),
        outcome.settledOpen(),
        taught.settledClosed(),
        taught.zeroFeedback());
  }

  /**
   * The same, and the gradient of the loss of the open-loop output beside it, for comparison.
   *
   * @param truth receives the true gradient
   */
  public Outcome learn(
      float[] x, float[] y, int samples, RuleState state, Weights gradient, Weights truth) {
    Outcome outcome = open(x, y, samples);
    backPropagate(y, samples);
    products.gradient(x, activity, deltas, samples, truth);
    if (settings.rule() == Rule.BACK_PROPAGATION) {
      copy(truth, gradient);
      return outcome;
    }
    Outcome taught = underControl(y, samples, state);
    products.gradient(x, activity, deltas, samples, gradient);
    return new Outcome(
        outcome.open(),
        taught.taught(),
        outcome.settledOpen(),
        taught.settledClosed(),
        taught.zeroFeedback());
  }

  private static void copy(Weights from, Weights to) {
    for (int l = 0; l < from.kernels().size(); l++) {
      System.arraycopy(
          from.kernels().get(l), 0, to.kernels().get(l), 0, to.kernels().get(l).length);
    }
    for (int l = 0; l < from.biases().size(); l++) {
      System.arraycopy(from.biases().get(l), 0, to.biases().get(l), 0, to.biases().get(l).length);
    }
  }

  /** Step 1. */
  private Outcome open(float[] x, float[] y, int samples) {
    Outcome outcome = each(samples, (part, from, count) -> part.open(x, y, from, count, activity));
    System.arraycopy(activity.output(), 0, openOutput, 0, samples * layers.outputs());
    return outcome;
  }

  private Outcome backPropagate(float[] y, int samples) {
    return each(
        samples, (part, from, count) -> part.backPropagate(y, from, count, activity, deltas));
  }

  /** Steps 2 to 5. */
  private Outcome underControl(float[] y, int samples, RuleState state) {
    Outcome prepared =
        each(
            samples,
            (part, from, count) ->
                part.prepare(y, from, count, activity, feedback, target, inhibition));
    long zero = prepared.zeroFeedback();
    if (settings.feedback().average()) {
      zero +=
          new SharedFeedback(settings.feedback(), parallel, kernels)
              .fill(feedback, samples, state, shared);
    }
    List<Tangent[]> lines = List.of();
    if (inhibitory.isPresent() && settings.rule() == Rule.LINEAR_THRESHOLD) {
      lines =
          new RunningInhibition(settings, inhibitory.get(), kernels)
              .lines(inhibition, samples, state);
    }
    List<Tangent[]> ofUnits = lines;
    state.batches()[0]++;
    Control control =
        new Control(
            settings.loss(), settings.controller(), feedback(), settings.toReadout(), target);
    Outcome closed =
        each(
            samples,
            (part, from, count) ->
                part.close(control, y, openOutput, from, count, activity, ofUnits, deltas));
    return new Outcome(
        Score.NONE, closed.taught(), prepared.settledOpen(), closed.settledClosed(), zero);
  }

  private interface Work {
    Outcome on(LearningPart part, int from, int count);
  }

  private Outcome each(int samples, Work work) {
    Parts cut = Parts.of(samples);
    Outcome[] outcomes = new Outcome[cut.count()];
    parallel.forEach(
        cut.count(), i -> outcomes[i] = work.on(parts.get(i), cut.from(i), cut.samples(i)));
    Outcome total = outcomes[0];
    for (int i = 1; i < outcomes.length; i++) {
      total = total.and(outcomes[i]);
    }
    return total;
  }
}
