package homeostat.gradient;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * What an optimiser remembers: the number of steps taken, and for each of its moments (for example
 * {@code m} and {@code v}) one array a parameter.
 */
public final class OptimiserState {
  private static final String STEPS = "steps";

  private record Moment(float[] data, int[] shape) {}

  private final Map<String, Moment> moments = new LinkedHashMap<>();
  private long steps;

  /** Zero steps and moments of zero. */
  public OptimiserState(Parameters parameters, List<String> names) {
    for (String name : names) {
      for (Parameter parameter : parameters.all()) {
        moments.put(
            key(name, parameter), new Moment(new float[parameter.size()], parameter.shape()));
      }
    }
  }

  private static String key(String moment, Parameter parameter) {
    return moment + "/" + parameter.name();
  }

  /** Steps taken so far. */
  public long steps() {
    return steps;
  }

  /** Counts one more step and returns their number. */
  long advance() {
    return ++steps;
  }

  /** A moment of a parameter; write to it to change it. */
  public float[] moment(String name, Parameter parameter) {
    Moment moment = moments.get(key(name, parameter));
    if (moment == null) {
      throw new NoSuchElementException(
          "no '" + key(name, parameter) + "' among the moments " + moments.keySet());
    }
    return moment.data();
  }

  /** {@code steps} and each moment as {@code moment/parameter}, copied. */
  public Arrays save() {
    Arrays.Builder arrays = Arrays.builder();
    arrays.put(STEPS, new NdArray.I8(new long[] {steps}));
    moments.forEach((key, moment) ->
        arrays.put(key, new NdArray.F4(moment.data().clone(), moment.shape().clone())));
    return arrays.build();
  }

  /** Takes everything from {@code saved}, which must hold exactly these names and shapes. */
  public void load(Arrays saved) {
    Set<String> expected = new LinkedHashSet<>(List.of(STEPS));
    expected.addAll(moments.keySet());
    Saved.requireNames("moment", expected, saved);
    moments.forEach((key, moment) -> Saved.floats(saved, key, moment.shape()));
    steps = saved.longs(STEPS)[0];
    moments.forEach((key, moment) ->
        System.arraycopy(saved.floats(key), 0, moment.data(), 0, moment.data().length));
  }
}
