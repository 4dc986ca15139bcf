package homeostat.kinds.dale.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.lab.verify.GoldenCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Weights of a case put into our parameters, and our numbers put into its shapes. */
final class Resolved {
  private Resolved() {}

  /**
   * Parameters with what a case gives for them. A case may have other numbers of interneurons than
   * a network draws; its shapes then hold.
   *
   * @param prefix of the names in the case, for example {@code weights.}
   * @param own our name of theirs
   */
  static Parameters load(
      Parameters drawn, GoldenCase golden, String prefix, Function<String, String> own) {
    Map<String, Parameter> byName = new LinkedHashMap<>();
    drawn.all().forEach(parameter -> byName.put(parameter.name(), parameter));
    for (String name : golden.inputs().names()) {
      if (!name.startsWith(prefix)) {
        continue;
      }
      String ours = own.apply(name.substring(prefix.length()));
      NdArray given = golden.inputs().get(name);
      if (ours.endsWith(".Bei")) {
        requireUniform(given.toFloats());
        continue;
      }
      Parameter had = drawn.get(ours);
      int[] shape = had.size() == given.size() ? had.shape() : given.shape();
      Parameter taken = new Parameter(ours, new float[given.size()], shape, had.constraint());
      System.arraycopy(given.toFloats(), 0, taken.raw(), 0, given.size());
      byName.put(ours, taken);
    }
    return new Parameters(List.copyOf(byName.values()));
  }

  /** The non-linearity of a layer or cell; none if a case does not name one. */
  static Activation activation(JsonNode params) {
    String name = params.path("nonlinearity").asText("none");
    return switch (name) {
      case "none" -> Activation.NONE;
      case "relu" -> Activation.RELU;
      case "tanh" -> Activation.TANH;
      case "sigmoid" -> Activation.SIGMOID;
      case "softplus", "soft_plus" -> Activation.SOFT_PLUS;
      default -> throw new IllegalArgumentException("unknown non-linearity " + name);
    };
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
