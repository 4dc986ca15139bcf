package homeostat.gradient;

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
 * Raw numbers and moments are stored as 32-bit floats; the arithmetic between them is in double.
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
    double meanBias = 1 - StrictMath.pow(beta1, (double) t);
    double squareBias = 1 - StrictMath.pow(beta2, (double) t);
    float[] raw = parameter.raw();
    float[] m = state.moment(MEAN, parameter);
    float[] v = state.moment(SQUARE, parameter);
    for (int i = 0; i < raw.length; i++) {
      double g = gradient[i];
      m[i] = (float) (beta1 * m[i] + (1 - beta1) * g);
      v[i] = (float) (beta2 * v[i] + (1 - beta2) * g * g);
      double size = Math.sqrt(v[i] / squareBias) + epsilon;
      raw[i] = (float) (raw[i] - learningRate * (m[i] / meanBias) / size);
    }
    parameter.project();
  }
}
