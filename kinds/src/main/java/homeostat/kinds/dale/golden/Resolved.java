package homeostat.kinds.dale.golden;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.lab.verify.GoldenCase;
import java.util.List;
import java.util.function.Function;

/** Weights of a case put into our parameters, and our numbers put into its shapes. */
final class Resolved {
  private Resolved() {}

  /**
   * Overwrites parameters with what a case gives for them.
   *
   * @param prefix of the names in the case, for example {@code weights.}
   * @param own our name of theirs
   */
  static void load(
      Parameters parameters, GoldenCase golden, String prefix, Function<String, String> own) {
    for (String name : golden.inputs().names()) {
      if (!name.startsWith(prefix)) {
        continue;
      }
      String ours = own.apply(name.substring(prefix.length()));
      float[] given = golden.inputs().get(name).toFloats();
      if (ours.endsWith(".Bei")) {
        requireUniform(given);
      } else {
        System.arraycopy(given, 0, parameters.get(ours).raw(), 0, given.length);
      }
    }
  }

  /** The divisive pool weighs all units alike, by definition of the layer. */
  private static void requireUniform(float[] bei) {
    double weight = 1 / Math.sqrt(bei.length);
    for (float value : bei) {
      if (Math.abs(value - weight) > 1e-6) {
        throw new IllegalArgumentException("Bei is " + value + ", not 1 / units everywhere");
      }
    }
  }

  /** Puts numbers under a name, in the shape that the case expects of it. */
  static void put(Arrays.Builder to, GoldenCase golden, String name, float[] values) {
    golden
        .expected()
        .find(name)
        .ifPresent(expected -> to.put(name, new NdArray.F4(values, expected.shape())));
  }

  /** Puts one number under a name, if the case expects it. */
  static void put(Arrays.Builder to, GoldenCase golden, String name, double value) {
    golden
        .expected()
        .find(name)
        .ifPresent(_ -> to.put(name, new NdArray.F8(new double[] {value}, new int[0])));
  }

  /** Parameters with one more at their head. */
  static Parameters with(Parameter first, Parameters others) {
    List<Parameter> all = new java.util.ArrayList<>(List.of(first));
    all.addAll(others.all());
    return new Parameters(all);
  }
}
