package homeostat.kinds.spiking;

import homeostat.kinds.spiking.config.HomeostaticPlasticityConfig;
import homeostat.kinds.spiking.config.network.FeedforwardSection;
import homeostat.kinds.spiking.config.network.OdoursSection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The settings that losses, learning rules and inputs are made from, under the names that they have
 * in files.
 */
record SettingsByName(Map<String, Double> numbers, Map<String, String> words) {

  static SettingsByName of(HomeostaticPlasticityConfig config) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    config
        .targets()
        .firingRate()
        .forEach((type, v) -> numbers.put("targets.firing_rate." + type, v));
    config.targets().alpha().forEach((type, v) -> numbers.put("targets.alpha." + type, v));
    config
        .targets()
        .thresholdRatio()
        .forEach((type, v) -> numbers.put("targets.threshold_ratio." + type, v));
    numbers.put("targets.weight_ratio", config.targets().weightRatio());
    numbers.put("targets.cv", config.targets().cv());
    config
        .hyperparameters()
        .learningRate()
        .ifPresent(rate -> numbers.put("hyperparameters.learning_rate", rate));
    config
        .hyperparameters()
        .learningRateEnd()
        .ifPresent(rate -> numbers.put("hyperparameters.learning_rate_end", rate));
    numbers.put(
        "training.updates",
        Math.ceil((double) config.simulation().chunks() / config.training().chunksPerUpdate()));
    numbers.put("training.batch_size", (double) config.training().batchSize());
    config.feedback().eta().ifPresent(eta -> numbers.put("feedback.eta", eta));
    config.feedback().tauR().ifPresent(tau -> numbers.put("feedback.tau_r", tau));
    config.training().gradNormClip().ifPresent(c -> numbers.put("training.grad_norm_clip", c));
    numbers.putAll(ofInputs(config.feedforward(), config.odours(), config.extension()));
    words.put("firing_rate.level", word(config.firingRate().level()));
    config
        .training()
        .optimisable()
        .ifPresent(trained -> words.put("training.optimisable", word(trained)));
    config.feedback().per().ifPresent(per -> words.put("feedback.per", word(per)));
    words.put("feedback.scaling", word(config.feedback().scaling()));
    words.put("cv.gradient", word(config.cv().gradient()));
    numbers.put("cv.tau", config.cv().tau());
    words.put("silent.gradient", word(config.silent().gradient()));
    words.put("membrane_variance.statistics", word(config.membraneVariance().statistics()));
    numbers.put("membrane_variance.tau_v", config.membraneVariance().tauV());
    numbers.put("simulation.chunk_size", (double) config.simulation().chunkSize());
    words.put("cv.within_trial", String.valueOf(config.cv().withinTrial()));
    words.put("compat.membrane_variance", word(config.compat().membraneVariance()));
    return new SettingsByName(numbers, words);
  }

  /** The numbers that inputs are made from. */
  static Map<String, Double> ofInputs(
      FeedforwardSection feedforward,
      OdoursSection odours,
      Map<String, Map<String, Double>> extension) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    feedforward
        .activity()
        .forEach((type, a) -> {
          String at = "feedforward.activity." + type;
          numbers.put(at + ".firing_rate", a.firingRate());
          numbers.put(at + ".modulation_rate", a.modulationRate().orElse(odours.modulationRate()));
          numbers.put(
              at + ".modulation_fraction",
              a.modulationFraction().orElse(odours.modulationFraction()));
        });
    numbers.put("odours.tau", odours.tau());
    numbers.put("odours.temperature", odours.temperature());
    numbers.put("odours.sigma", odours.sigma());
    extension.forEach((name, values) ->
        values.forEach((key, v) -> numbers.put("extension." + name + "." + key, v)));
    return numbers;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
