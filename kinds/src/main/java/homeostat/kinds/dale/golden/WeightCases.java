package homeostat.kinds.dale.golden;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.dale.network.DivisiveWeights;
import homeostat.dale.network.InitialWeights;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;

/** Golden cases of initial weights. */
final class WeightCases {
  private WeightCases() {}

  /** Columns: inputs, units, numerator, k (given), target deviation, mu and sigma (ours). */
  static Outcome table(GoldenCase golden) {
    NdArray expected = golden.expected().get("table");
    double[] table = expected.toDoubles();
    int columns = expected.shape()[1];
    for (int at = 0; at < table.length; at += columns) {
      InitialWeights weights =
          new InitialWeights(InitialWeights.Law.LOGNORMAL, table[at + 2], table[at + 3]);
      InitialWeights.Scale scale = weights.scale((int) table[at], (int) table[at + 1]);
      table[at + 4] = scale.deviation();
      table[at + 5] = scale.mu();
      table[at + 6] = scale.sigma();
    }
    return Outcome.of(Arrays.builder().put("table", table, expected.shape()).build());
  }

  static Outcome divisive(GoldenCase golden) {
    float[] wex = golden.inputs().get("weights.Wex").toFloats();
    int[] shape = golden.inputs().get("weights.Wex").shape();
    int units = shape[0];
    int inputs = shape[1];
    float[] wix = golden.inputs().get("weights.Wix").toFloats();
    float[] wei = golden.inputs().get("weights.Wei").toFloats();
    DivisiveWeights made = DivisiveWeights.of(wex, wix, wei, units, inputs);
    double[] gram = new double[inputs * inputs];
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j < inputs; j++) {
        for (int k = 0; k < units; k++) {
          gram[i * inputs + j] += (double) made.bix()[k * inputs + i] * made.bix()[k * inputs + j];
        }
      }
    }
    Arrays.Builder out = Arrays.builder();
    out.put("singular_values", made.singular());
    out.put("gram", gram, inputs, inputs);
    Resolved.put(out, golden, "bei_value", 1.0 / units);
    LayerCases.Fresh fresh = LayerCases.fresh(golden, made);
    Resolved.put(out, golden, "zd", fresh.divisor());
    Resolved.put(out, golden, "layer_out_zero_bias", fresh.output());
    return Outcome.of(out.build());
  }
}
