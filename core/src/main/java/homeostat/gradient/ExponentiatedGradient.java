package homeostat.gradient;

import homeostat.kernel.FloatFunctions;
import java.util.List;

/**
 * Exponentiated gradient (Kivinen and Warmuth 1997) for values of either sign: updates are
 * multiplicative, so a value keeps its sign and one of zero stays zero. With gradient g:
 *
 * <pre>
 * v = momentum v + g                               momentum > 0; else v = g
 * u = v                                            or, of Nesterov, g + momentum v
 * p = p exp(-rate sign(p) u)
 * p = p exp(-rate weightDecay |p|)
 * </pre>
 *
 * <p>A parameter whose constraint already passes through an exponential or a soft-plus is refused.
 *
 * @param learningRate change of ln |p| for a gradient of 1
 * @param momentum decay of the velocity from step to step, in [0, 1)
 * @param nesterov look ahead along the velocity; needs momentum
 * @param weightDecay strength of the decay, at least 0
 */
public record ExponentiatedGradient(
    double learningRate, double momentum, boolean nesterov, double weightDecay)
    implements Optimiser {
  private static final String VELOCITY = "velocity";
  private static final float[] NONE = {};

  public ExponentiatedGradient {
    Ranges.learningRate(learningRate);
    Ranges.decay("momentum", momentum);
    Ranges.notNegative("weight decay", weightDecay);
    if (nesterov && momentum == 0) {
      throw new IllegalArgumentException("Nesterov's step needs a momentum above 0");
    }
  }

  @Override
  public ExponentiatedGradient withLearningRate(double rate) {
    return new ExponentiatedGradient(rate, momentum, nesterov, weightDecay);
  }

  @Override
  public ExponentiatedGradient scaled(double factor) {
    return withLearningRate(learningRate * factor);
  }

  @Override
  public List<String> moments(Parameter parameter) {
    if (!parameter.constraint().direct()) {
      throw new IllegalArgumentException(
          "parameter '"
              + parameter.name()
              + "' is held by "
              + parameter.constraint().getClass().getSimpleName()
              + ": exponentiated gradient multiplies values; use Free, NonNegative or FixedSign");
    }
    return momentum > 0 ? List.of(VELOCITY) : List.of();
  }

  @Override
  public void update(long t, Parameter parameter, float[] gradient, OptimiserState state) {
    float[] p = parameter.raw();
    float[] v = momentum > 0 ? state.moment(VELOCITY, parameter) : NONE;
    float mu = (float) momentum;
    float rate = (float) learningRate;
    float decay = (float) (learningRate * weightDecay);
    for (int i = 0; i < p.length; i++) {
      float move = gradient[i];
      if (mu > 0) {
        v[i] = Math.fma(mu, v[i], gradient[i]);
        move = nesterov ? Math.fma(mu, v[i], gradient[i]) : v[i];
      }
      p[i] *= FloatFunctions.exp(-rate * Math.signum(p[i]) * move);
      if (decay > 0) {
        p[i] *= FloatFunctions.exp(-decay * Math.abs(p[i]));
      }
    }
    parameter.project();
  }
}
