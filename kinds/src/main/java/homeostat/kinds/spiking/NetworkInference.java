package homeostat.kinds.spiking;

import homeostat.array.Arrays;
import homeostat.connectome.CellTypePlan;
import homeostat.connectome.NetworkStructure;
import homeostat.kinds.spiking.config.NetworkInferenceConfig;
import homeostat.kinds.spiking.network.BuiltNetwork;
import homeostat.kinds.spiking.network.DriveChecks;
import homeostat.kinds.spiking.network.InitialFactors;
import homeostat.kinds.spiking.network.InputRecipe;
import homeostat.kinds.spiking.network.NetworkChecks;
import homeostat.kinds.spiking.network.NetworkRecipe;
import homeostat.kinds.spiking.network.WiringSize;
import homeostat.kinds.spiking.network.WiringSource;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.Simulates;
import homeostat.lab.config.Problems;
import homeostat.spiking.Blocks;
import homeostat.spiking.Physiology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How does a network of given wiring and strengths fire? Published as Stage 1. */
public final class NetworkInference implements Simulates<NetworkInferenceConfig> {
  /** The surrogate derivative has no part in a network that only runs. */
  private static final double ANY_SURROGATE = 1;

  /** Heap of the process and its figures, and bytes of a synapse. */
  private static final long BASE = 190_000_000;

  private static final long PER_SYNAPSE = 24;

  /** Bytes of an entry of the dense arrays of network_structure.npz and spike_data.npz. */
  private static final long PER_DENSE = 5;

  private static final double NANOS_PER_CELL_STEP = 12;

  @Override
  public String name() {
    return "network-inference";
  }

  @Override
  public String summary() {
    return "Runs a spiking network without learning: rates, irregularity, potentials, figures.";
  }

  @Override
  public Class<NetworkInferenceConfig> schema() {
    return NetworkInferenceConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("simulation", "recurrent", "feedforward");
  }

  @Override
  public void check(NetworkInferenceConfig config, Problems problems) {
    NetworkChecks network = new NetworkChecks(problems);
    network.check(config.recurrent(), config.feedforward(), config.network());
    List<String> types = config.recurrent().cellTypes().names();
    if (!config.targets().firingRate().isEmpty()) {
      network.byType("targets.firing_rate", config.targets().firingRate(), types);
    }
    new InitialFactors(config.scalingFactors())
        .check(network, types, config.feedforward().cellTypes().names());
    boolean scheduled = InputRecipe.check(config.feedforward(), problems);
    WiringSource.check(config.network(), problems);
    if (network.sound()) {
      RecordedSize.check(
          config.record(),
          recipe(config),
          config.network().file().isEmpty(),
          config.simulation().batchSize(),
          problems);
    }
    if (config.simulation().duration() / config.simulation().dt() > 100_000_000) {
      problems.add(
          "simulation.duration",
          config.simulation().duration()
              + " ms are more than 100 million steps of "
              + config.simulation().dt()
              + " ms");
      return;
    }
    if (network.sound() && scheduled) {
      Physiology physiology = recipe(config).physiology();
      TimingChecks.stability(physiology, config.simulation().dt(), problems);
      DriveChecks.check(physiology, config.simulation().dt(), problems);
      try {
        drive(config).scheduled(0, 1, 1, IntStream.range(0, physiology.inputTypes()).toArray());
      } catch (IllegalArgumentException e) {
        problems.add("feedforward.process", String.valueOf(e.getMessage()));
      }
    }
  }

  @Override
  public Estimate estimate(NetworkInferenceConfig config, RunSettings settings) {
    WiringSize size = WiringSize.of(config.network(), recipe(config));
    long neurons = size.neurons();
    long inputs = size.inputs();
    long steps = config.simulation().steps();
    long lanes = (config.simulation().batchSize() + 15) / 16 * 16L;
    long dense =
        PER_DENSE * neurons * (neurons + inputs)
            + steps * (neurons + inputs) * config.simulation().batchSize()
            + 4L * FreeRun.SLICE * neurons * Blocks.lanes(config.simulation().batchSize())
            + RecordedSize.bytes(
                config.record(), recipe(config), size, steps, config.simulation().batchSize());
    int slice = FreeRun.SLICE;
    return new Estimate(
        BASE + PER_SYNAPSE * size.synapses() + dense + 60 * neurons * lanes,
        (steps + slice - 1) / slice,
        slice * 1e-9 * NANOS_PER_CELL_STEP * neurons * lanes,
        "lower simulation.duration ("
            + config.simulation().duration()
            + "), simulation.batch_size ("
            + config.simulation().batchSize()
            + ") or "
            + size.setting());
  }

  @Override
  public Experiment<?> open(NetworkInferenceConfig config, Setup setup) {
    NetworkRecipe recipe = recipe(config);
    Physiology physiology = recipe.physiology();
    NetworkStructure structure =
        WiringSource.of(config.network(), recipe, CellTypePlan.Counts.EXACT).wiring(setup.seed());
    WiringSource.leftOver(structure).forEach(setup.note());
    Map<String, Double> targets = new TreeMap<>(config.targets().firingRate());
    config.recurrent().cellTypes().names().forEach(type -> targets.putIfAbsent(type, Double.NaN));
    BuiltNetwork built =
        BuiltNetwork.of(structure, physiology, config.simulation().dt(), ANY_SURROGATE, targets);
    return new InferenceExperiment(
        built,
        new InitialFactors(config.scalingFactors()).of(physiology),
        drive(config)
            .on(structure)
            .scheduled(
                setup.seed(),
                config.simulation().batchSize(),
                FreeRun.SLICE,
                structure.inputTypes().index()),
        config.simulation().batchSize(),
        config.simulation().steps(),
        config.record(),
        setup.parallel());
  }

  /** The experiment itself, which trains nothing. */
  @Override
  public Experiment<?> simulation(
      NetworkInferenceConfig config, Optional<Arrays> trained, Setup setup) {
    return open(config, setup);
  }

  private static NetworkRecipe recipe(NetworkInferenceConfig config) {
    return new NetworkRecipe(config.recurrent(), config.feedforward());
  }

  private static InputRecipe drive(NetworkInferenceConfig config) {
    return new InputRecipe(
        config.feedforward(),
        config.simulation().dt(),
        SettingsByName.ofInputs(config.feedforward(), config.odours(), config.extension()),
        Optional.empty());
  }
}
