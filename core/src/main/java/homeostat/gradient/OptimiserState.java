package homeostat.gradient;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.kernel.AdamStep;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;

/**
 * What an optimiser remembers: the number of steps taken, and for each of its moments (for example
 * {@code m} and {@code v}) one array a parameter.
 */
public final class OptimiserState {
  private static final String STEPS = "steps";

  private record Moment(float[] data, int[] shape) {}

  private final Map<String, Map<String, Moment>> moments = new LinkedHashMap<>();
  private final AdamStep adam = new AdamStep();
  private long steps;

  /** Zero steps, and zeros for everything that {@code optimiser} remembers. */
  OptimiserState(Parameters parameters, Optimiser optimiser) {
    put(parameters, optimiser::moments, Parameter::shape);
    put(parameters, optimiser::scalars, _ -> new int[0]);
  }

  /** Name by name, and within a name in the order of the parameters. */
  private void put(
      Parameters parameters,
      Function<Parameter, List<String>> names,
      Function<Parameter, int[]> shapes) {
    Set<String> all = new LinkedHashSet<>();
    parameters.all().forEach(parameter -> all.addAll(names.apply(parameter)));
    for (String name : all) {
      for (Parameter parameter : parameters.all()) {
        if (names.apply(parameter).contains(name)) {
          int[] shape = shapes.apply(parameter);
          moments
              .computeIfAbsent(name, _ -> new LinkedHashMap<>())
              .put(parameter.name(), new Moment(new float[NdArray.count(shape)], shape));
        }
      }
    }
  }

  /** Steps taken so far. */
  public long steps() {
    return steps;
  }

  /** Counts one more step and returns their number. */
  long advance() {
    return ++steps;
  }

  /**
   * Room for the scalars of a step of Adam; every update sets them, nothing is remembered in it.
   */
  AdamStep adam() {
    return adam;
  }

  /** A moment or a single number of a parameter; write to it to change it. */
  public float[] moment(String name, Parameter parameter) {
    Map<String, Moment> named = moments.get(name);
    Moment moment = named == null ? null : named.get(parameter.name());
    if (moment == null) {
      throw new NoSuchElementException(
          "no '" + name + "/" + parameter.name() + "' among the moments " + flat().keySet());
    }
    return moment.data();
  }

  private Map<String, Moment> flat() {
    Map<String, Moment> flat = new LinkedHashMap<>();
    moments.forEach((name, byParameter) ->
        byParameter.forEach((parameter, moment) -> flat.put(name + "/" + parameter, moment)));
    return flat;
  }

  /** {@code steps} and each moment as {@code moment/parameter}, copied. */
  public Arrays save() {
    Arrays.Builder arrays = Arrays.builder();
    arrays.put(STEPS, new NdArray.I8(new long[] {steps}));
    flat()
        .forEach((key, moment) ->
            arrays.put(key, new NdArray.F4(moment.data().clone(), moment.shape().clone())));
    return arrays.build();
  }

  /** Takes everything from {@code saved}, which must hold exactly these names and shapes. */
  public void load(Arrays saved) {
    Map<String, Moment> flat = flat();
    Set<String> expected = new LinkedHashSet<>(List.of(STEPS));
    expected.addAll(flat.keySet());
    Saved.requireNames("moment", expected, saved);
    flat.forEach((key, moment) -> Saved.floats(saved, key, moment.shape()));
    steps = saved.longs(STEPS)[0];
    flat.forEach((key, moment) ->
        System.arraycopy(saved.floats(key), 0, moment.data(), 0, moment.data().length));
  }
}
