package homeostat.gradient;

import homeostat.kernel.AdamStep;
import homeostat.kernel.Kernels;
import java.util.List;

/**
 * Adam (Kingma and Ba 2015) in the form of PyTorch, without weight decay. With gradient g at step
 * t:
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g
 * v = beta2 v + (1 - beta2) g^2
 * p = p - learningRate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * In float32, by the fused kernel; its scalars are worked out in double.
 *
 * @param learningRate step size, in units of the raw parameter
 * @param beta1 decay of the mean of gradients, in [0, 1)
 * @param beta2 decay of the mean of squared gradients, in [0, 1)
 * @param epsilon keeps the quotient finite; positive
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimiser {
  private static final String MEAN = "m";
  private static final String SQUARE = "v";
  private static final List<String> MOMENTS = List.of(MEAN, SQUARE);

  public Adam {
    Ranges.learningRate(learningRate);
    Ranges.decay("beta1", beta1);
    Ranges.decay("beta2", beta2);
    Ranges.positive("epsilon", epsilon);
  }

  /** The usual constants: beta 0.9 and 0.999, epsilon 1e-8. */
  public static Adam withRate(double learningRate) {
    return new Adam(learningRate, 0.9, 0.999, 1e-8);
  }

  @Override
  public Adam withLearningRate(double rate) {
    return new Adam(rate, beta1, beta2, epsilon);
  }

  @Override
  public Adam scaled(double factor) {
    return withLearningRate(learningRate * factor);
  }

  @Override
  public List<String> moments(Parameter parameter) {
    return MOMENTS;
  }

  @Override
  public void update(long t, Parameter parameter, float[] gradient, OptimiserState state) {
    AdamStep step = state.adam().set(t, learningRate, beta1, beta2, epsilon);
    float[] raw = parameter.raw();
    float[] m = state.moment(MEAN, parameter);
    float[] v = state.moment(SQUARE, parameter);
    Kernels.active().updates().adam(step, gradient, 0, m, 0, v, 0, raw, 0, raw.length);
    parameter.project();
  }
}
