package homeostat.gradient;

import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019). With gradient g at step t, and
 * with c1 = 1 - beta1^t and c2 = 1 - beta2^t:
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g
 * v = beta2 v + (1 - beta2) g^2
 * PYTORCH:   p = p - rate weightDecay p;   p = p - (rate / c1) m / (sqrt(v / c2) + epsilon)
 * PUBLISHED: p = p - rate (sqrt(c2) / c1) m / (sqrt(v) + epsilon);  p = p - rate weightDecay p
 * </pre>
 *
 * Raw numbers and moments are stored as 32-bit floats; the arithmetic between them is in double.
 *
 * @param learningRate step size, in units of the raw parameter
 * @param beta1 decay of the mean of gradients, in [0, 1)
 * @param beta2 decay of the mean of squared gradients, in [0, 1)
 * @param epsilon keeps the quotient finite; positive
 * @param weightDecay strength of the decay, at least 0
 * @param form order of decay and step, and what epsilon is added to
 */
public record AdamW(
    double learningRate, double beta1, double beta2, double epsilon, double weightDecay, Form form)
    implements Optimiser {
  private static final String MEAN = "m";
  private static final String SQUARE = "v";
  private static final List<String> MOMENTS = List.of(MEAN, SQUARE);

  /** Two forms that differ in small print. */
  public enum Form {
    /** Decay first; epsilon beside the corrected root. The usual one. */
    PYTORCH,
    /** Decay last; epsilon beside the root before its correction, as in section 2 of Adam. */
    PUBLISHED
  }

  public AdamW {
    Ranges.learningRate(learningRate);
    Ranges.decay("beta1", beta1);
    Ranges.decay("beta2", beta2);
    Ranges.positive("epsilon", epsilon);
    Ranges.notNegative("weight decay", weightDecay);
  }

  /** The usual constants: beta 0.9 and 0.999, epsilon 1e-8, decay 0.01. */
  public static AdamW withRate(double learningRate) {
    return new AdamW(learningRate, 0.9, 0.999, 1e-8, 0.01, Form.PYTORCH);
  }

  @Override
  public AdamW withLearningRate(double rate) {
    return new AdamW(rate, beta1, beta2, epsilon, weightDecay, form);
  }

  @Override
  public AdamW scaled(double factor) {
    return withLearningRate(learningRate * factor);
  }

  @Override
  public List<String> moments(Parameter parameter) {
    return MOMENTS;
  }

  @Override
  public void update(long t, Parameter parameter, float[] gradient, OptimiserState state) {
    double c1 = 1 - StrictMath.pow(beta1, t);
    double root = Math.sqrt(1 - StrictMath.pow(beta2, t));
    double shrink = 1 - learningRate * weightDecay;
    boolean decayFirst = form == Form.PYTORCH;
    // sqrt(v) / root + epsilon = (sqrt(v) + epsilon root) / root
    double guard = decayFirst ? epsilon * root : epsilon;
    double rate = learningRate * root / c1;
    float[] p = parameter.raw();
    float[] m = state.moment(MEAN, parameter);
    float[] v = state.moment(SQUARE, parameter);
    for (int i = 0; i < p.length; i++) {
      double g = gradient[i];
      m[i] = (float) (beta1 * m[i] + (1 - beta1) * g);
      v[i] = (float) (beta2 * v[i] + (1 - beta2) * g * g);
      double move = rate * m[i] / (Math.sqrt(v[i]) + guard);
      p[i] = (float) (decayFirst ? shrink * p[i] - move : shrink * (p[i] - move));
    }
    parameter.project();
  }
}
