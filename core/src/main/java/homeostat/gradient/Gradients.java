package homeostat.gradient;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.dynamics.NonFiniteException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** One array of floats for each parameter, in the order and shape of the {@link Parameters}. */
public final class Gradients {
  private final Parameters parameters;
  private final Map<String, float[]> byName = new LinkedHashMap<>();

  /** The same arrays, in order; walking them makes no iterator. */
  private final float[][] all;

  /** Zeros for these parameters. */
  public Gradients(Parameters parameters) {
    this.parameters = parameters;
    for (Parameter parameter : parameters.all()) {
      byName.put(parameter.name(), new float[parameter.size()]);
    }
    this.all = byName.values().toArray(new float[0][]);
  }

  /** The gradient of a parameter, row-major; write to it to change it. */
  public float[] get(String name) {
    float[] gradient = byName.get(name);
    if (gradient == null) {
      throw new NoSuchElementException("no gradient '" + name + "' among " + byName.keySet());
    }
    return gradient;
  }

  /** Sets everything to zero. */
  public void zero() {
    for (float[] gradient : all) {
      java.util.Arrays.fill(gradient, 0f);
    }
  }

  /** Adds other gradients of the same parameters. */
  public void add(Gradients other) {
    byName.forEach((name, gradient) -> {
      float[] more = other.get(name);
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += more[i];
      }
    });
  }

  /** Multiplies everything by {@code factor}. */
  public void scale(double factor) {
    for (float[] gradient : all) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = (float) (gradient[i] * factor);
      }
    }
  }

  /** Turns d loss / d value into d loss / d raw for every parameter, in place. */
  public void chain() {
    for (Parameter parameter : parameters.all()) {
      parameter.chain(get(parameter.name()));
    }
  }

  /** Euclidean norm over all elements of all parameters, summed in double in their order. */
  public double globalNorm() {
    double sum = 0;
    for (float[] gradient : all) {
      for (float g : gradient) {
        sum += (double) g * g;
      }
    }
    return Math.sqrt(sum);
  }

  /**
   * Requires every element to be finite.
   *
   * @param step the step to name in the complaint
   * @throws NonFiniteException naming the parameter and the element
   */
  public void requireFinite(long step) {
    byName.forEach((name, gradient) -> {
      for (int i = 0; i < gradient.length; i++) {
        if (!Float.isFinite(gradient[i])) {
          throw new NonFiniteException(
              "gradient", "parameter '" + name + "', element " + i, step, gradient[i]);
        }
      }
    });
  }

  /** All gradients, copied. */
  public Arrays save() {
    Arrays.Builder arrays = Arrays.builder();
    byName.forEach((name, gradient) ->
        arrays.put(name, new NdArray.F4(gradient.clone(), parameters.get(name).shape().clone())));
    return arrays.build();
  }

  /** Takes gradients from {@code saved}, which must hold exactly these names and shapes. */
  public void load(Arrays saved) {
    Saved.requireNames("gradient", byName.keySet(), saved);
    parameters.all().forEach(p -> Saved.floats(saved, p.name(), p.shape()));
    byName.forEach(
        (name, gradient) -> System.arraycopy(saved.floats(name), 0, gradient, 0, gradient.length));
  }
}
