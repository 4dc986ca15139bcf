package homeostat.gradient;

/**
 * Turns gradients into updates of parameters. An optimiser is a value without memory; what it
 * remembers from step to step is an {@link OptimiserState}, which belongs to the checkpoint.
 */
public sealed interface Optimiser permits Adam {

  /** The state before the first step. */
  OptimiserState start(Parameters parameters);

  /**
   * One step: updates the raw numbers and the state in place, then brings the parameters back to
   * where their constraints admit them.
   *
   * @param gradients d loss / d raw
   */
  void step(Parameters parameters, Gradients gradients, OptimiserState state);

  /** Equal but for the learning rate; the state carries over. */
  Optimiser withLearningRate(double learningRate);
}
