package homeostat.kinds.spiking.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.connectome.Assemblies;
import homeostat.kernel.Csr;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.input.OdourPatterns;
import homeostat.spiking.input.PatternMixing;
import homeostat.spiking.wiring.Perturbation;
import homeostat.spiking.wiring.WeightNoise;

/** Golden cases of odour inputs and of changed weights. */
final class InputCases {
  private InputCases() {}

  static Outcome odours(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    SpikingNetwork network = net.network();
    JsonNode params = golden.params();
    int[] ids = golden.inputs().get("assembly_ids").toInts();
    int patterns = java.util.Arrays.stream(ids).max().orElse(-1) + 1;
    JsonNode odour = params.get("odour");
    OdourPatterns.Modulation[] modulation =
        new OdourPatterns.Modulation[net.factors().inputTypes()];
    java.util.Arrays.fill(
        modulation,
        new OdourPatterns.Modulation(
            odour.get("baseline_rate").asDouble(),
            odour.get("modulation_rate").asDouble(),
            odour.get("modulation_fraction").asDouble()));
    OdourPatterns made =
        OdourPatterns.of(
            network.feedforward(),
            new Assemblies(patterns, ids),
            network.cellTypes(),
            network.inputTypes(),
            modulation,
            params.get("target_cell_type").asInt());
    PatternMixing mixing =
        new PatternMixing(
            params.get("dt_ms").asDouble(),
            params.get("ou_tau_ms").asDouble(),
            params.get("sigma").asDouble(),
            params.get("temperature").asDouble());
    double[] normal = golden.inputs().get("standard_normal").toDoubles();
    int steps = normal.length / patterns;
    int shown = golden.expected().get("rates_hz_first_10_steps").shape()[0];
    double[] activation = new double[patterns];
    java.util.Arrays.fill(activation, params.get("initial_activation").asDouble());
    double[] mix = new double[normal.length];
    double[] rates = new double[shown * network.inputs()];
    double[] now = new double[network.inputs()];
    for (int t = 0; t < steps; t++) {
      int row = t * patterns;
      double[] weights = mixing.weights(activation);
      System.arraycopy(weights, 0, mix, row, patterns);
      if (t < shown) {
        PatternMixing.rates(weights, made.rates(), now);
        System.arraycopy(now, 0, rates, t * now.length, now.length);
      }
      mixing.step(activation, p -> normal[row + p]);
    }
    return Outcome.of(
        Arrays.builder()
            .put("patterns_hz", flat(made.rates()), patterns, network.inputs())
            .put(
                "baseline_hz",
                OdourPatterns.baseline(network.inputTypes(), modulation),
                1,
                network.inputs())
            .put("mix_weights", mix, steps, patterns)
            .put("rates_hz_first_10_steps", rates, shown, network.inputs())
            .build());
  }

  private static double[] flat(double[][] rows) {
    return java.util.Arrays.stream(rows).flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  static Outcome perturbation(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    int types = net.factors().types();
    int inputTypes = net.factors().inputTypes();
    Perturbation perturbation =
        new Perturbation(
            new ScalingFactors(
                types,
                inputTypes,
                golden.inputs().get("factors_rec").toDoubles(),
                golden.inputs().get("factors_ff").toDoubles()));
    SynapticWeights weights = perturbation.of(net.network());
    ScalingFactors targets = perturbation.targets();
    return Outcome.of(
        Arrays.builder()
            .put("weights", dense(weights.recurrent()), net.neurons(), net.neurons())
            .put("weights_FF", dense(weights.feedforward()), net.network().inputs(), net.neurons())
            .put("target_scaling_factors", targets.recurrent(), types, types)
            .put("target_scaling_factors_FF", targets.feedforward(), inputTypes, types)
            .build());
  }

  static Outcome weightNoise(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    Csr wiring = net.network().recurrent();
    int[] rowOf = wiring.rowOfEntry();
    double[] normal = golden.inputs().get("standard_normal").toDoubles();
    Csr noisy =
        WeightNoise.apply(
            wiring,
            golden.params().get("noise_frac").asDouble(),
            e -> normal[rowOf[e] * wiring.cols() + wiring.columns()[e]]);
    return Outcome.of(
        Arrays.builder().put("weights", dense(noisy), net.neurons(), net.neurons()).build());
  }

  /** A dense matrix, 0 where nothing is connected. */
  static float[] dense(Csr wiring) {
    float[] dense = new float[wiring.rows() * wiring.cols()];
    int[] rowOf = wiring.rowOfEntry();
    for (int e = 0; e < wiring.entries(); e++) {
      dense[rowOf[e] * wiring.cols() + wiring.columns()[e]] = wiring.values()[e];
    }
    return dense;
  }
}
