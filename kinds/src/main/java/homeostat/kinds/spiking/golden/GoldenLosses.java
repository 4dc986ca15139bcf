package homeostat.kinds.spiking.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.spiking.Objective;
import homeostat.spiking.loss.FiringRate;
import homeostat.spiking.loss.Irregularity;
import homeostat.spiking.loss.MembraneVariance;
import homeostat.spiking.loss.SilentPenalty;
import homeostat.spiking.loss.VanRossum;
import homeostat.spiking.loss.WeightRatio;
import java.util.List;

/** Objectives by the names of case kinds and of loss columns. */
final class GoldenLosses {
  /** Losses as case kinds name them. */
  static final List<String> NAMES =
      List.of(
          "firing_rate",
          "silent_penalty",
          "van_rossum",
          "cv",
          "membrane_variance",
          "scaling_factor_balance",
          "weight_balance");

  private GoldenLosses() {}

  /** An objective by the name of a case kind or a loss column. */
  static Objective objective(String name, JsonNode params, GoldenNetwork net) {
    return switch (name) {
      case "firing_rate" ->
          new FiringRate(
              net.perNeuron(params.get("target_rate_hz_by_type")),
              1,
              params.get("firing_rate_epsilon_hz").asDouble(),
              FiringRate.Level.NEURON,
              net.network().cellTypes());
      case "silent_penalty" ->
          new SilentPenalty(
              net.perNeuron(params.get("alpha_s_by_type")), SilentPenalty.Gradient.PUBLISHED);
      case "cv" -> {
        double[] target = new double[net.neurons()];
        java.util.Arrays.fill(target, params.get("target_cv").asDouble());
        yield new Irregularity(target, false);
      }
      case "membrane_variance" -> {
        double[] threshold = new double[net.neurons()];
        java.util.Arrays.setAll(
            threshold,
            n -> net.network().physiology().cells().get(net.network().cellTypes()[n]).theta());
        yield new MembraneVariance(
            threshold, net.perNeuron(params.get("threshold_ratio_by_type")), false);
      }
      case "van_rossum" ->
          new VanRossum(
              params.get("van_rossum_tau_rise_ms").asDouble(),
              params.get("van_rossum_tau_decay_ms").asDouble(),
              net.network().constants().dt(),
              false);
      case "scaling_factor_balance", "weight_balance", "weight_ratio" ->
          new WeightRatio(params.get("weight_ratio").asDouble(), 0, net.network().cellTypes());
      default -> throw new IllegalArgumentException("no loss '" + name + "'");
    };
  }
}
