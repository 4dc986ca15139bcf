package homeostat.gradient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Groups of parameters with an optimiser each: learning rate, momentum, decay and even the rule may
 * differ from parameter to parameter.
 *
 * @param rest the optimiser of every parameter that is not named
 * @param byName optimisers by name of parameter
 */
public record Grouped(Optimiser rest, Map<String, Optimiser> byName) implements Optimiser {
  public Grouped {
    byName = new LinkedHashMap<>(byName);
  }

  /** The optimiser of a parameter. */
  public Optimiser of(Parameter parameter) {
    return byName.getOrDefault(parameter.name(), rest);
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoSuchElementException if a group names a parameter that is not there
   */
  @Override
  public OptimiserState start(Parameters parameters) {
    Set<String> unknown = new TreeSet<>(byName.keySet());
    parameters.all().forEach(parameter -> unknown.remove(parameter.name()));
    if (!unknown.isEmpty()) {
      List<String> names = parameters.all().stream().map(Parameter::name).toList();
      throw new NoSuchElementException(
          "groups name parameters " + unknown + " that are not among " + names);
    }
    return new OptimiserState(parameters, this);
  }

  @Override
  public List<String> moments(Parameter parameter) {
    return of(parameter).moments(parameter);
  }

  @Override
  public List<String> scalars(Parameter parameter) {
    return of(parameter).scalars(parameter);
  }

  @Override
  public void update(long t, Parameter parameter, float[] gradient, OptimiserState state) {
    of(parameter).update(t, parameter, gradient, state);
  }

  @Override
  public Grouped withLearningRate(double rate) {
    return map(optimiser -> optimiser.withLearningRate(rate));
  }

  @Override
  public Grouped scaled(double factor) {
    return map(optimiser -> optimiser.scaled(factor));
  }

  private Grouped map(UnaryOperator<Optimiser> change) {
    Map<String, Optimiser> changed = new LinkedHashMap<>(byName);
    changed.replaceAll((_, optimiser) -> change.apply(optimiser));
    return new Grouped(change.apply(rest), changed);
  }
}
