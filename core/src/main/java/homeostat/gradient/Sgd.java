package homeostat.gradient;

import homeostat.kernel.Elementwise;
import homeostat.kernel.Kernels;
import java.util.List;

/**
 * Gradient descent with momentum, plain or of Nesterov (Sutskever et al. 2013), in the form of
 * PyTorch: the learning rate is not part of the velocity. With gradient g,
 *
 * <pre>
 * g = g + weightDecay p                    decay coupled
 * v = momentum v + g                       momentum > 0
 * p = p - rate v                           or, of Nesterov, p - rate (g + momentum v)
 * p = p - rate weightDecay p               decay after the step
 * </pre>
 *
 * @param learningRate step size, in units of the raw parameter
 * @param momentum decay of the velocity from step to step, in [0, 1)
 * @param nesterov look ahead along the velocity; needs momentum
 * @param weightDecay strength of the decay, at least 0
 * @param decay where the decay enters
 */
public record Sgd(
    double learningRate, double momentum, boolean nesterov, double weightDecay, Decay decay)
    implements Optimiser {
  private static final String VELOCITY = "velocity";

  public Sgd {
    Ranges.learningRate(learningRate);
    Ranges.decay("momentum", momentum);
    Ranges.notNegative("weight decay", weightDecay);
    if (nesterov && momentum == 0) {
      throw new IllegalArgumentException("Nesterov's step needs a momentum above 0");
    }
  }

  /** Without momentum and decay. */
  public static Sgd withRate(double learningRate) {
    return new Sgd(learningRate, 0, false, 0, Decay.COUPLED);
  }

  @Override
  public Sgd withLearningRate(double rate) {
    return new Sgd(rate, momentum, nesterov, weightDecay, decay);
  }

  @Override
  public Sgd scaled(double factor) {
    return withLearningRate(learningRate * factor);
  }

  @Override
  public List<String> moments(Parameter parameter) {
    return momentum > 0 ? List.of(VELOCITY) : List.of();
  }

  @Override
  public void update(long t, Parameter parameter, float[] gradient, OptimiserState state) {
    Elementwise kernel = Kernels.active().elementwise();
    float[] p = parameter.raw();
    int n = p.length;
    double coupled = decay == Decay.COUPLED ? weightDecay : 0;
    float shrink = (float) (1 - learningRate * weightDecay);
    if (momentum > 0) {
      float[] v = state.moment(VELOCITY, parameter);
      kernel.scale((float) momentum, v, 0, n);
      kernel.add(gradient, 0, v, 0, n);
      if (coupled > 0) {
        kernel.axpy((float) coupled, p, 0, v, 0, n);
      }
      if (nesterov) {
        descend(kernel, coupled > 0, shrink, gradient, p);
        kernel.axpy((float) (-learningRate * momentum), v, 0, p, 0, n);
      } else {
        kernel.axpy((float) -learningRate, v, 0, p, 0, n);
      }
    } else if (weightDecay == 0 && parameter.constraint() instanceof Constraint.NonNegative) {
      descendAboveZero((float) -learningRate, gradient, p);
      return;
    } else {
      descend(kernel, coupled > 0, shrink, gradient, p);
    }
    if (weightDecay > 0 && decay == Decay.AFTER_STEP) {
      kernel.scale(shrink, p, 0, n);
    }
    parameter.project();
  }

  /** Step and projection in one pass over memory; the same bits as one after the other. */
  private static void descendAboveZero(float rate, float[] g, float[] p) {
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.max(Math.fma(rate, g[i], p[i]), 0f);
    }
  }

  private void descend(Elementwise kernel, boolean coupled, float shrink, float[] g, float[] p) {
    if (coupled) {
      kernel.scale(shrink, p, 0, p.length);
    }
    kernel.axpy((float) -learningRate, g, 0, p, 0, p.length);
  }
}
