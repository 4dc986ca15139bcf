package homeostat.gradient;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The trainable part of a model: named arrays in a fixed order, updated in place. */
public final class Parameters {
  private final List<Parameter> all;
  private final Map<String, Parameter> byName = new LinkedHashMap<>();

  /** Parameters in this order; a name may be there once. */
  public Parameters(List<Parameter> parameters) {
    all = List.copyOf(parameters);
    for (Parameter parameter : all) {
      if (byName.put(parameter.name(), parameter) != null) {
        throw new IllegalArgumentException("parameter '" + parameter.name() + "' is given twice");
      }
    }
  }

  /** Parameters in this order. */
  public static Parameters of(Parameter... parameters) {
    return new Parameters(List.of(parameters));
  }

  /** All, in order. */
  public List<Parameter> all() {
    return all;
  }

  /** The parameter of a name; without one, an exception that lists the names there are. */
  public Parameter get(String name) {
    Parameter parameter = byName.get(name);
    if (parameter == null) {
      throw new NoSuchElementException("no parameter '" + name + "' among " + byName.keySet());
    }
    return parameter;
  }

  /** Number of elements of all parameters together. */
  public long elements() {
    return all.stream().mapToLong(Parameter::size).sum();
  }

  /** Brings every parameter back to where its constraint admits it. */
  public void project() {
    all.forEach(Parameter::project);
  }

  /** The raw numbers, copied. */
  public Arrays save() {
    Arrays.Builder arrays = Arrays.builder();
    for (Parameter parameter : all) {
      arrays.put(
          parameter.name(), new NdArray.F4(parameter.raw().clone(), parameter.shape().clone()));
    }
    return arrays.build();
  }

  /**
   * Takes raw numbers from {@code saved}, which must hold exactly these names and shapes.
   *
   * @throws IllegalArgumentException naming the array that is missing, too many, of another shape
   *     or not admitted; nothing is changed then
   */
  public void load(Arrays saved) {
    Saved.requireNames("parameter", byName.keySet(), saved);
    List<float[]> raws = new ArrayList<>();
    for (Parameter parameter : all) {
      float[] raw = Saved.floats(saved, parameter.name(), parameter.shape());
      Parameter.requireAdmitted(parameter.name(), raw, parameter.constraint());
      raws.add(raw);
    }
    for (int i = 0; i < raws.size(); i++) {
      System.arraycopy(raws.get(i), 0, all.get(i).raw(), 0, raws.get(i).length);
    }
  }

  /** Equal parameters over arrays of their own. */
  public Parameters copy() {
    List<Parameter> copies = new ArrayList<>();
    for (Parameter p : all) {
      copies.add(new Parameter(p.name(), p.raw().clone(), p.shape(), p.constraint()));
    }
    return new Parameters(copies);
  }
}
