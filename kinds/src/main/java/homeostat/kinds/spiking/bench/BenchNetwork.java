package homeostat.kinds.spiking.bench;

import static java.util.Objects.requireNonNull;

import homeostat.connectome.CellTypePlan;
import homeostat.connectome.NetworkStructure;
import homeostat.kinds.spiking.HomeostaticPlasticity;
import homeostat.kinds.spiking.config.HomeostaticPlasticityConfig;
import homeostat.kinds.spiking.network.NetworkRecipe;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.spiking.Objective;
import homeostat.spiking.Physiology;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.input.PoissonInput;
import homeostat.spiking.loss.FiringRate;
import homeostat.spiking.loss.SilentPenalty;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The published Stage 2 network of any size, with its inputs and two of its losses. A network
 * smaller than the published one is wired more densely, so that its neurons keep about as many
 * inputs; without that it would be silent.
 *
 * @param config the defaults of {@code homeostatic-plasticity} at this size
 * @param structure the wiring
 * @param network the dynamics
 */
record BenchNetwork(
    HomeostaticPlasticityConfig config, NetworkStructure structure, SpikingNetwork network) {
  private static final int NEURONS = 5000;
  private static final int INPUTS = 1500;
  private static final int ASSEMBLIES = 20;
  private static final int SMALLEST_ASSEMBLY = 10;
  private static final double DENSEST = 0.9;

  /** The network of a size and a seed. */
  static BenchNetwork of(int neurons, int inputs, long seed) {
    int assemblies = Math.clamp(neurons / SMALLEST_ASSEMBLY, 1, ASSEMBLIES);
    double crowding = Math.max(1, (double) NEURONS / neurons);
    double within = Math.min(DENSEST, 0.2 * crowding);
    double inhibited = Math.min(DENSEST, 0.4 * crowding);
    double between = Math.min(DENSEST, 0.05 * crowding);
    double driven = Math.min(DENSEST, 0.05 * Math.max(1, (double) INPUTS / inputs));
    String kind = new HomeostaticPlasticity().name();
    List<String> arguments =
        List.of(
            "recurrent.topology.num_neurons=" + neurons,
            "recurrent.topology.num_assemblies=" + assemblies,
            "recurrent.topology.conn_within=" + table(within, within, inhibited, within),
            "recurrent.topology.conn_between=" + table(between, between, between, between),
            "feedforward.topology.num_neurons=" + inputs,
            "feedforward.topology.conn_inputs=" + "[[" + driven + ", " + driven + "]]");
    HomeostaticPlasticityConfig config =
        (HomeostaticPlasticityConfig)
            ConfigLoader.load(kind, arguments, new Kinds(List.of(new HomeostaticPlasticity())))
                .config();
    NetworkRecipe recipe = recipe(config);
    NetworkStructure structure = recipe.plan(CellTypePlan.Counts.EXACT).generate(seed);
    return new BenchNetwork(
        config,
        structure,
        new SpikingNetwork(
            structure.recurrent().weights(),
            structure.feedforward(),
            structure.recurrent().types().index(),
            structure.inputTypes().index(),
            recipe.physiology(),
            config.simulation().dt(),
            config.hyperparameters().surrgradScale()));
  }

  private static String table(double a, double b, double c, double d) {
    return "[[" + a + ", " + b + "], [" + c + ", " + d + "]]";
  }

  /** The published Poisson inputs. */
  PoissonInput inputs(long seed, int batch, int steps) {
    double[] rates = recipe(config).inputRates();
    int[] types = structure.inputTypes().index();
    return new PoissonInput(
        seed,
        Arrays.stream(types).mapToDouble(type -> rates[type]).toArray(),
        batch,
        steps,
        config.simulation().dt());
  }

  /** The losses on firing rates and on silence. */
  List<Objective> objectives() {
    return List.of(
        new FiringRate(
            perNeuron(config.targets().firingRate()),
            1,
            1.0,
            FiringRate.Level.NEURON,
            network.cellTypes()),
        new SilentPenalty(perNeuron(config.targets().alpha()), SilentPenalty.Gradient.PUBLISHED));
  }

  /** The weight of a loss in the total. */
  double weight(Objective objective) {
    return requireNonNull(config.hyperparameters().lossWeight().get(objective.name()));
  }

  private double[] perNeuron(Map<String, Double> byType) {
    return Arrays.stream(network.cellTypes())
        .mapToDouble(type -> requireNonNull(byType.get(physiology().cells().get(type).name())))
        .toArray();
  }

  private Physiology physiology() {
    return network.physiology();
  }

  private static NetworkRecipe recipe(HomeostaticPlasticityConfig config) {
    return new NetworkRecipe(config.recurrent(), config.feedforward());
  }
}
