package homeostat.gradient;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the sum of magnitudes of each parameter where it was before the first step: after a step of
 * another optimiser, p = p c / sum |p| with c = sum |p| before step 1. A parameter of zeros is left
 * alone.
 *
 * @param inner the optimiser whose steps are rescaled
 */
public record SumPreserving(Optimiser inner) implements Optimiser {
  private static final String SUM = "sum";

  @Override
  public SumPreserving withLearningRate(double rate) {
    return new SumPreserving(inner.withLearningRate(rate));
  }

  @Override
  public SumPreserving scaled(double factor) {
    return new SumPreserving(inner.scaled(factor));
  }

  @Override
  public List<String> moments(Parameter parameter) {
    return inner.moments(parameter);
  }

  @Override
  public List<String> scalars(Parameter parameter) {
    if (!parameter.constraint().direct()) {
      throw new IllegalArgumentException(
          "the sum of '" + parameter.name() + "' cannot be kept: its raw numbers are no values");
    }
    List<String> names = new ArrayList<>(inner.scalars(parameter));
    names.add(SUM);
    return names;
  }

  @Override
  public void update(long t, Parameter parameter, float[] gradient, OptimiserState state) {
    float[] p = parameter.raw();
    float[] kept = state.moment(SUM, parameter);
    if (t == 1) {
      kept[0] = (float) sum(p);
    }
    inner.update(t, parameter, gradient, state);
    double now = sum(p);
    if (now > 0) {
      double factor = kept[0] / now;
      for (int i = 0; i < p.length; i++) {
        p[i] = (float) (p[i] * factor);
      }
    }
  }

  private static double sum(float[] p) {
    double sum = 0;
    for (float value : p) {
      sum += Math.abs(value);
    }
    return sum;
  }
}
