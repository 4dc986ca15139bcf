package homeostat.gradient;

import java.util.List;

/**
 * RMSprop (Tieleman and Hinton 2012) in the form of PyTorch, not centred. With gradient g:
 *
 * <pre>
 * g = g + weightDecay p
 * v = alpha v + (1 - alpha) g^2
 * b = momentum b + g / (sqrt(v) + epsilon)
 * p = p - rate b
 * </pre>
 *
 * Raw numbers and moments are stored as 32-bit floats; the arithmetic between them is in double.
 *
 * @param learningRate step size, in units of the raw parameter
 * @param alpha decay of the mean of squared gradients, in [0, 1)
 * @param epsilon keeps the quotient finite; positive
 * @param momentum decay of b from step to step, in [0, 1)
 * @param weightDecay strength of the decay, at least 0
 */
public record RmsProp(
    double learningRate, double alpha, double epsilon, double momentum, double weightDecay)
    implements Optimiser {
  private static final String SQUARE = "v";
  private static final String VELOCITY = "velocity";
  private static final float[] NONE = {};

  public RmsProp {
    Ranges.learningRate(learningRate);
    Ranges.decay("alpha", alpha);
    Ranges.positive("epsilon", epsilon);
    Ranges.decay("momentum", momentum);
    Ranges.notNegative("weight decay", weightDecay);
  }

  /** The usual constants: alpha 0.99, epsilon 1e-8, no momentum, no decay. */
  public static RmsProp withRate(double learningRate) {
    return new RmsProp(learningRate, 0.99, 1e-8, 0, 0);
  }

  @Override
  public RmsProp withLearningRate(double rate) {
    return new RmsProp(rate, alpha, epsilon, momentum, weightDecay);
  }

  @Override
  public RmsProp scaled(double factor) {
    return withLearningRate(learningRate * factor);
  }

  @Override
  public List<String> moments(Parameter parameter) {
    return momentum > 0 ? List.of(SQUARE, VELOCITY) : List.of(SQUARE);
  }

  @Override
  public void update(long t, Parameter parameter, float[] gradient, OptimiserState state) {
    float[] p = parameter.raw();
    float[] v = state.moment(SQUARE, parameter);
    float[] b = momentum > 0 ? state.moment(VELOCITY, parameter) : NONE;
    for (int i = 0; i < p.length; i++) {
      double g = gradient[i] + weightDecay * p[i];
      v[i] = (float) (alpha * v[i] + (1 - alpha) * g * g);
      double move = g / (Math.sqrt(v[i]) + epsilon);
      if (momentum > 0) {
        b[i] = (float) (momentum * b[i] + move);
        move = b[i];
      }
      p[i] = (float) (p[i] - learningRate * move);
    }
    parameter.project();
  }
}
