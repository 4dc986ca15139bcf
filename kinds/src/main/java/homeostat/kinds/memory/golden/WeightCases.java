package homeostat.kinds.memory.golden;

import homeostat.array.Arrays;
import homeostat.connectome.mapping.RankRemap;
import homeostat.kinds.memory.InitialWeights;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.task.memory.PictureBank;
import java.util.LinkedHashMap;
import java.util.Map;

/** Golden cases of initial weights, their redistribution, and the scaling of pictures. */
final class WeightCases {
  private WeightCases() {}

  static Outcome remapped(GoldenCase golden) {
    int n = golden.inputs().get("template").shape()[0];
    double[] template = golden.inputs().get("template").toDoubles();
    Arrays.Builder out = Arrays.builder();
    if (golden.inputs().names().contains("dense_weight_hh")) {
      double[] dense = golden.inputs().get("dense_weight_hh").toDoubles();
      out.put("thresholded", onTopology(template, dense), n, n);
      out.put("remapped", RankRemap.SIGNED.remap(template, dense), n, n);
      return Outcome.of(out.build());
    }
    double[] weights = golden.inputs().get("weights").toDoubles();
    double[] remapped = RankRemap.SIGNED.remap(template, weights);
    Map<String, String> checks = new LinkedHashMap<>();
    checks.put("support", sameSupport(template, remapped));
    checks.put("weights", sameValues(sorted(onTopology(template, weights)), sorted(remapped)));
    checks.put("ranks", inOrder(template, remapped));
    boolean again = java.util.Arrays.equals(remapped, RankRemap.SIGNED.remap(template, weights));
    checks.put("reproducible", again ? "" : "a second run gives another matrix");
    return new Outcome(out.put("remapped", remapped, n, n).build(), checks, Map.of());
  }

  private static double[] onTopology(double[] template, double[] weights) {
    double[] kept = weights.clone();
    for (int k = 0; k < kept.length; k++) {
      kept[k] = template[k] == 0 ? 0 : kept[k];
    }
    return kept;
  }

  private static double[] sorted(double[] values) {
    return java.util.Arrays.stream(values).filter(v -> v != 0).sorted().toArray();
  }

  private static String sameValues(double[] before, double[] after) {
    return java.util.Arrays.equals(before, after) ? "" : "the weights as a whole changed";
  }

  private static String sameSupport(double[] template, double[] remapped) {
    for (int k = 0; k < template.length; k++) {
      if (template[k] == 0 && remapped[k] != 0) {
        return "entry " + k + " is not on the template";
      }
    }
    return "";
  }

  private static String inOrder(double[] template, double[] remapped) {
    for (int a = 0; a < template.length; a++) {
      for (int b = 0; b < template.length; b++) {
        boolean compared = template[a] != 0 && template[b] != 0 && template[a] > template[b];
        if (compared && remapped[a] < remapped[b]) {
          return "entries " + a + " and " + b + " are in the wrong order";
        }
      }
    }
    return "";
  }

  static Outcome halfWidths(GoldenCase golden) {
    int units = golden.params().get("hidden").asInt();
    int inputs = golden.params().get("inputs").asInt();
    int outputs = golden.params().get("outputs").asInt();
    Arrays.Builder out = Arrays.builder();
    for (InitialWeights scheme : InitialWeights.values()) {
      String name = scheme.name().toLowerCase(java.util.Locale.ROOT) + "/";
      NetworkCases.scalar(out, name + "weight_ih", scheme.input(inputs, units));
      NetworkCases.scalar(out, name + "weight_hh", scheme.recurrent(units));
      NetworkCases.scalar(out, name + "fc_weight", scheme.readout(units, outputs));
      NetworkCases.scalar(out, name + "bias_ih", scheme.bias(units));
      NetworkCases.scalar(out, name + "bias_hh", scheme.bias(units));
      NetworkCases.scalar(out, name + "fc_bias", scheme.bias(units));
    }
    return Outcome.of(out.build());
  }

  static Outcome rescaled(GoldenCase golden) {
    int[] shape = golden.inputs().get("X").shape();
    double[] x = golden.inputs().get("X").toDoubles();
    double[] rows = new PictureBank(shape[0], shape[1], x, new int[shape[0]]).rescaled().values();
    return Outcome.of(
        Arrays.builder()
            .put("global_scaled", PictureBank.rescale(x), shape)
            .put("row_scaled", rows, shape)
            .build());
  }
}
