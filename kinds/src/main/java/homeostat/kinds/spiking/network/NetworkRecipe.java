package homeostat.kinds.spiking.network;

import static java.util.Objects.requireNonNull;

import homeostat.connectome.CellTypePlan;
import homeostat.connectome.NetworkPlan;
import homeostat.connectome.Topology;
import homeostat.connectome.WeightDistribution;
import homeostat.connectome.WeightDistribution.LogNormal;
import homeostat.connectome.WeightTable;
import homeostat.connectome.Wiring;
import homeostat.kinds.spiking.config.network.FeedforwardSection;
import homeostat.kinds.spiking.config.network.PhysiologySection;
import homeostat.kinds.spiking.config.network.RecurrentSection;
import homeostat.kinds.spiking.config.network.RecurrentTopologySection;
import homeostat.kinds.spiking.config.network.SynapsesSection;
import homeostat.kinds.spiking.config.network.WeightsSection;
import homeostat.spiking.CellParameters;
import homeostat.spiking.Physiology;
import homeostat.spiking.SynapseParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** From the sections of a file to the plan of a network and its physiology. */
public final class NetworkRecipe {
  private final RecurrentSection recurrent;
  private final FeedforwardSection feedforward;

  /** Of the two sections that describe a network. */
  public NetworkRecipe(RecurrentSection recurrent, FeedforwardSection feedforward) {
    this.recurrent = recurrent;
    this.feedforward = feedforward;
  }

  /** The wiring to be generated. */
  public NetworkPlan plan(CellTypePlan.Counts counts) {
    RecurrentTopologySection wiring = recurrent.topology();
    return new NetworkPlan(
        wiring.numNeurons(),
        wiring.numAssemblies(),
        new CellTypePlan(
            recurrent.cellTypes().names(), list(recurrent.cellTypes().shares()), counts),
        new Wiring(
            new Topology.WithAssemblies(table(wiring.connWithin()), table(wiring.connBetween())),
            weights(recurrent.weights())),
        feedforward.topology().numNeurons(),
        new CellTypePlan(
            feedforward.cellTypes().names(), list(feedforward.cellTypes().shares()), counts),
        new Wiring(
            new Topology.Configuration(table(feedforward.topology().connInputs())),
            weights(feedforward.weights())));
  }

  /**
   * Cells and synapses; types numbered in the order of their names, synapses in the order of the
   * file.
   */
  public Physiology physiology() {
    List<CellParameters> cells =
        recurrent.cellTypes().names().stream()
            .map(name ->
                cell(
                    name, requireNonNull(recurrent.physiology().get(name)), recurrent.refractory()))
            .toList();
    return new Physiology(
        cells,
        synapses(recurrent.synapses(), recurrent.cellTypes().names()),
        feedforward.cellTypes().names(),
        synapses(feedforward.synapses(), feedforward.cellTypes().names()));
  }

  /**
   * [neuron] A cell type of each neuron, in the proportions of the plan: before there is a wiring.
   */
  public int[] expectedTypes() {
    double[] share = recurrent.cellTypes().shares();
    int[] types = new int[recurrent.topology().numNeurons()];
    double edge = 0;
    int at = 0;
    for (int c = 0; c < share.length; c++) {
      edge += share[c] * types.length;
      int end =
          c + 1 == share.length ? types.length : Math.min(types.length, (int) Math.round(edge));
      Arrays.fill(types, at, Math.max(at, end), c);
      at = Math.max(at, end);
    }
    return types;
  }

  /** Number of synapse types, recurrent and feedforward. */
  public int synapses() {
    return recurrent.synapses().values().stream().mapToInt(s -> s.names().size()).sum()
        + feedforward.synapses().values().stream().mapToInt(s -> s.names().size()).sum();
  }

  /** Names of the cell types. */
  public List<String> cellTypes() {
    return recurrent.cellTypes().names();
  }

  /** Names of the input types. */
  public List<String> inputTypes() {
    return feedforward.cellTypes().names();
  }

  /** Size of the plan. */
  public WiringSize expectedSize() {
    return new WiringSize(
        recurrent.topology().numNeurons(),
        feedforward.topology().numNeurons(),
        expectedConnections(),
        "recurrent.topology.num_neurons");
  }

  /** Connections of the plan, those of the inputs included. */
  private long expectedConnections() {
    double[] shares = recurrent.cellTypes().shares();
    double[] inputShares = feedforward.cellTypes().shares();
    RecurrentTopologySection wiring = recurrent.topology();
    double neurons = wiring.numNeurons();
    double within = 1.0 / wiring.numAssemblies();
    double count = 0;
    for (int q = 0; q < shares.length; q++) {
      for (int p = 0; p < shares.length; p++) {
        double probability =
            within * wiring.connWithin()[p][q] + (1 - within) * wiring.connBetween()[p][q];
        count += probability * shares[p] * neurons * shares[q] * neurons;
      }
      for (int p = 0; p < inputShares.length; p++) {
        count +=
            feedforward.topology().connInputs()[p][q]
                * inputShares[p]
                * feedforward.topology().numNeurons()
                * shares[q]
                * neurons;
      }
    }
    return (long) count;
  }

  /** [input type] rate of the inputs in Hz. */
  public double[] inputRates() {
    return feedforward.cellTypes().names().stream()
        .mapToDouble(name -> requireNonNull(feedforward.activity().get(name)).firingRate())
        .toArray();
  }

  /** Potentials that are not given are in units of the threshold, from the reset potential. */
  private static CellParameters cell(String name, PhysiologySection p, boolean refractory) {
    double reset = p.uReset().orElse(0.0);
    return new CellParameters(
        name,
        p.tauMem(),
        p.theta().orElse(1.0),
        reset,
        p.eL().orElse(reset),
        p.gL().orElse(1.0),
        refractory ? p.tauRef() : 0);
  }

  private static List<SynapseParameters> synapses(
      Map<String, SynapsesSection> tables, List<String> types) {
    List<SynapseParameters> all = new ArrayList<>();
    tables.forEach((type, s) -> {
      for (int k = 0; k < s.names().size(); k++) {
        all.add(synapse(s, k, types.indexOf(type)));
      }
    });
    return all;
  }

  private static SynapseParameters synapse(SynapsesSection s, int k, int source) {
    String name = s.names().get(k);
    return s.currentBased()
        ? SynapseParameters.current(
            name,
            source,
            s.tauSyn().orElseThrow()[k],
            s.type().orElseThrow().get(k) == SynapsesSection.Sign.EXCITATORY)
        : new SynapseParameters(
            name,
            source,
            s.tauRise().orElseThrow()[k],
            s.tauDecay().orElseThrow()[k],
            s.eSyn().orElseThrow()[k],
            s.gBar().orElseThrow()[k]);
  }

  private static WeightTable weights(WeightsSection section) {
    List<List<WeightDistribution>> blocks = new ArrayList<>();
    for (int p = 0; p < section.wMu().length; p++) {
      List<WeightDistribution> row = new ArrayList<>();
      for (int q = 0; q < section.wMu()[p].length; q++) {
        row.add(distribution(section, section.wMu()[p][q], section.wSigma()[p][q]));
      }
      blocks.add(row);
    }
    return WeightTable.unsigned(blocks);
  }

  private static WeightDistribution distribution(WeightsSection section, double mu, double sigma) {
    if (section.parameterSpace() == WeightsSection.Space.LOG) {
      return new LogNormal(mu, sigma);
    }
    return switch (section.sigmaIs()) {
      case VARIANCE -> LogNormal.ofVariance(mu, sigma);
      case STD -> LogNormal.ofDeviation(mu, sigma);
    };
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static List<List<Double>> table(double[][] values) {
    return Arrays.stream(values).map(NetworkRecipe::list).toList();
  }
}
