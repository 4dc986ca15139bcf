package homeostat.kinds.spiking.currentbased;

import homeostat.array.Arrays;
import homeostat.kinds.spiking.NetworkInference;
import homeostat.kinds.spiking.config.InferenceTargetsSection;
import homeostat.kinds.spiking.config.NetworkInferenceConfig;
import homeostat.kinds.spiking.config.network.ActivitySection;
import homeostat.kinds.spiking.config.network.CellTypesSection;
import homeostat.kinds.spiking.config.network.FeedforwardSection;
import homeostat.kinds.spiking.config.network.NetworkSection;
import homeostat.kinds.spiking.config.network.OdoursSection;
import homeostat.kinds.spiking.config.network.PhysiologySection;
import homeostat.kinds.spiking.config.network.RecurrentSection;
import homeostat.kinds.spiking.config.network.ScalingFactorsSection;
import homeostat.kinds.spiking.config.network.SynapsesSection;
import homeostat.kinds.spiking.config.network.SynapsesSection.Sign;
import homeostat.kinds.spiking.config.network.WeightsSection;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.Simulates;
import homeostat.lab.config.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the network of a published current-based parameter file. Everything is done by {@link
 * NetworkInference}, to whose sections the published ones are mapped: {@code inputs} to {@code
 * feedforward}, {@code connectome} to {@code recurrent}, signs to the types of synapses, {@code
 * optimisation} to {@code scaling_factors}.
 */
public final class CurrentBasedNetwork implements Simulates<CurrentBasedConfig> {
  private final NetworkInference inference = new NetworkInference();

  @Override
  public String name() {
    return "current-based-network";
  }

  @Override
  public String summary() {
    return "Runs the network of a published current-based parameter file without learning.";
  }

  @Override
  public Class<CurrentBasedConfig> schema() {
    return CurrentBasedConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("simulation", "inputs", "connectome", "physiology");
  }

  @Override
  public void check(CurrentBasedConfig config, Problems problems) {
    boolean sound = signs("inputs.cell_types", config.inputs().cellTypes(), problems);
    sound &= signs("connectome.cell_types", config.connectome().cellTypes(), problems);
    List<String> inputs = config.inputs().cellTypes().names();
    if (config.inputs().activity().firingRates().length != inputs.size()) {
      problems.add(
          "inputs.activity.firing_rates",
          "has "
              + config.inputs().activity().firingRates().length
              + " rates for "
              + inputs.size()
              + " input types "
              + inputs);
      sound = false;
    }
    for (String type : inputs) {
      if (!config.inputs().physiology().containsKey(type)) {
        problems.add("inputs.physiology", "has nothing for input type \"" + type + "\"");
        sound = false;
      }
    }
    if (sound) {
      inference.check(mapped(config), new PublishedNames(problems));
    }
  }

  private static boolean signs(String key, SignedTypesSection types, Problems problems) {
    boolean sound = types.signs().length == types.names().size();
    for (double sign : types.signs()) {
      sound &= Math.abs(sign) == 1;
    }
    if (!sound) {
      problems.add(key + ".signs", "is not one 1 or -1 for each of the types " + types.names());
    }
    return sound;
  }

  @Override
  public Estimate estimate(CurrentBasedConfig config, RunSettings settings) {
    return inference.estimate(mapped(config), settings);
  }

  @Override
  public Experiment<?> open(CurrentBasedConfig config, Setup setup) {
    return inference.open(mapped(config), setup);
  }

  @Override
  public Experiment<?> simulation(
      CurrentBasedConfig config, Optional<Arrays> trained, Setup setup) {
    return inference.simulation(mapped(config), trained, setup);
  }

  private static NetworkInferenceConfig mapped(CurrentBasedConfig config) {
    return new NetworkInferenceConfig(
        config.simulation(),
        feedforward(config.inputs()),
        recurrent(config),
        new NetworkSection(Optional.empty()),
        new ScalingFactorsSection(
            Optional.of(config.optimisation().scalingFactors()),
            Optional.of(config.optimisation().scalingFactorsFf()),
            1),
        new OdoursSection(1, 1, 0, 0, 0),
        new InferenceTargetsSection(Map.of()),
        config.record(),
        Map.of(),
        Optional.empty());
  }

  private static FeedforwardSection feedforward(InputsSection inputs) {
    Map<String, ActivitySection> activity = new LinkedHashMap<>();
    Map<String, SynapsesSection> synapses = new LinkedHashMap<>();
    for (int i = 0; i < inputs.cellTypes().names().size(); i++) {
      String type = inputs.cellTypes().names().get(i);
      activity.put(
          type,
          new ActivitySection(
              inputs.activity().firingRates()[i],
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
      InputsSection.Synapse synapse = inputs.physiology().get(type);
      if (synapse != null) {
        synapses.put(type, synapse(synapse.tauSyn(), inputs.cellTypes().signs()[i]));
      }
    }
    return new FeedforwardSection(
        types(inputs.cellTypes()),
        inputs.topology(),
        weights(inputs.weights()),
        activity,
        synapses,
        Optional.of("poisson"));
  }

  private static RecurrentSection recurrent(CurrentBasedConfig config) {
    SignedTypesSection types = config.connectome().cellTypes();
    Map<String, PhysiologySection> cells = new LinkedHashMap<>();
    Map<String, SynapsesSection> synapses = new LinkedHashMap<>();
    config
        .physiology()
        .forEach((type, cell) -> {
          cells.put(
              type,
              new PhysiologySection(
                  cell.tauMem(),
                  Optional.of(cell.theta()),
                  Optional.of(cell.uReset()),
                  Optional.of(cell.uRest()),
                  Optional.empty(),
                  0));
          int number = types.names().indexOf(type);
          if (number >= 0) {
            synapses.put(type, synapse(cell.tauSyn(), types.signs()[number]));
          }
        });
    return new RecurrentSection(
        types(types),
        config.connectome().topology(),
        weights(config.connectome().weights()),
        cells,
        synapses,
        false);
  }

  private static CellTypesSection types(SignedTypesSection types) {
    return new CellTypesSection(types.names(), Optional.of(types.proportion()));
  }

  private static WeightsSection weights(LogWeightsSection weights) {
    return new WeightsSection(
        weights.wMu(), weights.wSigma(), WeightsSection.Space.LOG, WeightsSection.SigmaIs.VARIANCE);
  }

  private static SynapsesSection synapse(double tau, double sign) {
    return new SynapsesSection(
        List.of("current"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new double[] {tau}),
        Optional.of(List.of(sign > 0 ? Sign.EXCITATORY : Sign.INHIBITORY)));
  }
}
