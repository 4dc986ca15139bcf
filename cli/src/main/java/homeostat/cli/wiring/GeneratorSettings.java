package homeostat.cli.wiring;

import homeostat.connectome.CellTypePlan;
import homeostat.connectome.NetworkPlan;
import homeostat.connectome.Topology;
import homeostat.connectome.WeightDistribution;
import homeostat.connectome.WeightTable;
import homeostat.connectome.Wiring;
import homeostat.lab.config.Key;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The settings of {@code connectome generate}, one record a generator. */
sealed interface GeneratorSettings {

  /** The network to be. */
  NetworkPlan plan();

  /** Seed of everything drawn. */
  long seed();

  /** Wiring by the probability of each pair of cell types. */
  record ErdosRenyi(
      @Key(value = "Seed of everything drawn.", or = "42", min = 0) long seed,
      @Key(
              value = "Connection probability by [source type][target type].",
              or = "[[0.1, 0.1], [0.1, 0.1]]",
              min = 0,
              max = 1)
          double[][] probability,
      @Key("The neurons.") Cells cells,
      @Key("The weights.") Weights weights,
      @Key("What drives the neurons.") Inputs inputs)
      implements GeneratorSettings {
    @Override
    public NetworkPlan plan() {
      return inputs.plan(cells, 0, new Topology.ErdosRenyi(table(probability)), weights);
    }
  }

  /** Exact numbers of connections, degrees as even as can be. */
  record Configuration(
      @Key(value = "Seed of everything drawn.", or = "42", min = 0) long seed,
      @Key(
              value = "Connection probability by [source type][target type].",
              or = "[[0.1, 0.1], [0.1, 0.1]]",
              min = 0,
              max = 1)
          double[][] probability,
      @Key("The neurons.") Cells cells,
      @Key("The weights.") Weights weights,
      @Key("What drives the neurons.") Inputs inputs)
      implements GeneratorSettings {
    @Override
    public NetworkPlan plan() {
      return inputs.plan(cells, 0, new Topology.Configuration(table(probability)), weights);
    }
  }

  /** Neurons in assemblies, wired otherwise within than between. */
  record Assemblies(
      @Key(value = "Seed of everything drawn.", or = "42", min = 0) long seed,
      @Key(value = "Number of assemblies.", or = "4", min = 1) int assemblies,
      @Key(
              value = "Probability inside an assembly, by [source type][target type].",
              or = "[[0.2, 0.2], [0.4, 0.2]]",
              min = 0,
              max = 1)
          double[][] within,
      @Key(
              value = "Probability between assemblies, by [source type][target type].",
              or = "[[0.05, 0.05], [0.05, 0.05]]",
              min = 0,
              max = 1)
          double[][] between,
      @Key("The neurons.") Cells cells,
      @Key("The weights.") Weights weights,
      @Key("What drives the neurons.") Inputs inputs)
      implements GeneratorSettings {
    @Override
    public NetworkPlan plan() {
      return inputs.plan(
          cells, assemblies, new Topology.WithAssemblies(table(within), table(between)), weights);
    }
  }

  /** Every pair is connected. */
  record Dense(
      @Key(value = "Seed of everything drawn.", or = "42", min = 0) long seed,
      @Key("The neurons.") Cells cells,
      @Key("The weights.") Weights weights,
      @Key("What drives the neurons.") Inputs inputs)
      implements GeneratorSettings {
    @Override
    public NetworkPlan plan() {
      return inputs.plan(cells, 0, new Topology.Dense(), weights);
    }
  }

  /** The neurons and their cell types. */
  record Cells(
      @Key(value = "Number of neurons.", or = "200", min = 1, max = 1_000_000) int neurons,
      @Key(value = "Names of the cell types.", or = "[\"excitatory\", \"inhibitory\"]")
          List<String> types,
      @Key(value = "Share of each cell type; they sum to 1.", or = "[0.8, 0.2]", min = 0, max = 1)
          double[] proportions) {}

  /** Log-normal weights. */
  record Weights(
      @Key(value = "Mean of the log-normal weights.", or = "1.0", min = 0, above = true)
          double mean,
      @Key(value = "Their standard deviation.", or = "0.5", min = 0) double deviation) {
    private WeightTable table(int sources, int targets) {
      return WeightTable.same(
          WeightDistribution.LogNormal.ofDeviation(mean, deviation), sources, targets);
    }
  }

  /** The inputs; none by default. */
  record Inputs(
      @Key(value = "Number of inputs.", or = "0", min = 0, max = 1_000_000) int count,
      @Key(value = "Probability from an input to a neuron.", or = "0.1", min = 0, max = 1)
          double probability) {
    private NetworkPlan plan(Cells cells, int assemblies, Topology topology, Weights weights) {
      List<Double> proportions = Arrays.stream(cells.proportions()).boxed().toList();
      int types = cells.types().size();
      return new NetworkPlan(
          cells.neurons(),
          assemblies,
          CellTypePlan.exact(cells.types(), proportions),
          new Wiring(topology, weights.table(types, types)),
          count,
          CellTypePlan.exact(List.of("input"), List.of(1.0)),
          new Wiring(
              new Topology.Configuration(List.of(Collections.nCopies(types, probability))),
              weights.table(1, types)));
    }
  }

  private static List<List<Double>> table(double[][] rows) {
    return Arrays.stream(rows).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }
}
