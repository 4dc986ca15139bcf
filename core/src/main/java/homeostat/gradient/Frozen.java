package homeostat.gradient;

import java.util.List;

/** Leaves parameters as they are: the optimiser of a group that does not learn. */
public record Frozen() implements Optimiser {
  @Override
  public List<String> moments(Parameter parameter) {
    return List.of();
  }

  @Override
  public void update(long t, Parameter parameter, float[] gradient, OptimiserState state) {}

  @Override
  public Frozen withLearningRate(double learningRate) {
    return this;
  }

  @Override
  public Frozen scaled(double factor) {
    return this;
  }
}
