package homeostat.gradient;

import java.util.List;

/**
 * Turns gradients into updates of parameters. An optimiser is a value without memory; what it
 * remembers from step to step is an {@link OptimiserState}, which belongs to the checkpoint.
 *
 * <p>How to choose: {@link Sgd} where the step should be proportional to the gradient, {@link Adam}
 * where scales differ between parameters, {@link ExponentiatedGradient} where every value must keep
 * its sign and changes should be in proportion to it. {@link Grouped} gives each group of
 * parameters an optimiser of its own.
 */
public sealed interface Optimiser
    permits Adam, AdamW, Sgd, RmsProp, ExponentiatedGradient, SumPreserving, Grouped, Frozen {

  /** Names of the moments of a parameter: arrays of its shape, zero before the first step. */
  List<String> moments(Parameter parameter);

  /** Names of the single numbers remembered for a parameter, zero before the first step. */
  default List<String> scalars(Parameter parameter) {
    return List.of();
  }

  /**
   * Updates one parameter and its moments in place, and brings it back to where its constraint
   * admits it.
   *
   * @param t number of the step, counted from 1
   * @param gradient d loss / d raw, left as it is
   */
  void update(long t, Parameter parameter, float[] gradient, OptimiserState state);

  /** Equal but for the learning rate, of every group; the state carries over. */
  Optimiser withLearningRate(double learningRate);

  /** Equal but for learning rates {@code factor} times as large, as a {@link Schedule} says. */
  Optimiser scaled(double factor);

  /** The state before the first step. */
  default OptimiserState start(Parameters parameters) {
    return new OptimiserState(parameters, this);
  }

  /**
   * One step: updates the raw numbers and the state in place, then brings the parameters back to
   * where their constraints admit them.
   *
   * @param gradients d loss / d raw
   */
  default void step(Parameters parameters, Gradients gradients, OptimiserState state) {
    long t = state.advance();
    List<Parameter> all = parameters.all();
    for (int i = 0; i < all.size(); i++) {
      update(t, all.get(i), gradients.get(all.get(i).name()), state);
    }
  }
}
