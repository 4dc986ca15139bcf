package homeostat.spiking.learning;

import homeostat.homeostasis.OtherClass;
import homeostat.kernel.Csr;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapticWeights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The units whose rates a feedback rule holds, and the strengths that each of them receives.
 *
 * @param of [neuron] number of its unit
 * @param cells [unit] neurons of the unit
 * @param types [unit] cell type
 * @param typeNames [type]
 * @param excites [unit] whether its cells excite
 * @param others which units of the other class send to a unit
 * @param byParameter strengths by the name of the trained parameter
 */
public record FeedbackUnits(
    int[] of,
    int[] cells,
    int[] types,
    java.util.List<String> typeNames,
    boolean[] excites,
    OtherClass others,
    Map<String, Strengths> byParameter) {

  /**
   * The elements of a trained parameter.
   *
   * @param receiver [element] unit that receives
   * @param excites [element] whether the sender excites
   */
  public record Strengths(int[] receiver, boolean[] excites) {}

  /**
   * The units that settings ask for: {@code feedback.per}, which is {@code neuron} by default where
   * {@code training.optimisable} is {@code weights}, and {@code cell_type} elsewhere.
   */
  static FeedbackUnits of(ObjectiveSettings settings) {
    boolean weights = settings.words().getOrDefault("training.optimisable", "").equals("weights");
    String per =
        settings.word("feedback.per", weights ? "neuron" : "cell_type", "neuron", "cell_type");
    boolean single = per.equals("neuron");
    if (single && !weights) {
      throw new IllegalArgumentException(
          "feedback.per = \"neuron\" moves the weights onto each neuron; set training.optimisable ="
              + " \"weights\", or feedback.per = \"cell_type\" for factors");
    }
    Physiology physiology = settings.physiology();
    int count = single ? settings.cellTypes().length : physiology.types();
    int[] unitOf = new int[settings.cellTypes().length];
    int[] cells = new int[count];
    int[] types = new int[count];
    boolean[] excites = new boolean[count];
    for (int n = 0; n < unitOf.length; n++) {
      unitOf[n] = single ? n : settings.cellTypes()[n];
      cells[unitOf[n]]++;
    }
    for (int u = 0; u < count; u++) {
      types[u] = single ? settings.cellTypes()[u] : u;
      excites[u] = excites(physiology, types[u]);
    }
    return new FeedbackUnits(
        unitOf,
        cells,
        types,
        physiology.cells().stream().map(cell -> cell.name()).toList(),
        excites,
        single ? senders(settings, excites) : OtherClass.all(excites),
        weights
            ? settings.network().map(network -> weights(network, unitOf)).orElse(Map.of())
            : Map.of(
                ScalingFactors.RECURRENT, factors(physiology, 0, physiology.types()),
                ScalingFactors.FEEDFORWARD,
                    factors(physiology, physiology.types(), physiology.groups())));
  }

  /** The neurons of the other class that send to each neuron. */
  private static OtherClass senders(ObjectiveSettings settings, boolean[] excites) {
    int[][] links =
        settings
            .network()
            .map(network -> {
              Csr wiring = network.recurrent();
              int[] sender = wiring.rowOfEntry();
              int[] receiver = wiring.columns();
              int[] crossing =
                  IntStream.range(0, wiring.entries())
                      .filter(e -> excites[sender[e]] != excites[receiver[e]])
                      .toArray();
              return new int[][] {
                IntStream.of(crossing).map(e -> receiver[e]).toArray(),
                IntStream.of(crossing).map(e -> sender[e]).toArray()
              };
            })
            .orElse(new int[2][0]);
    return new OtherClass(excites.length, links[0], links[1]);
  }

  private static Map<String, Strengths> weights(SpikingNetwork network, int[] unitOf) {
    Physiology physiology = network.physiology();
    return Map.of(
        SynapticWeights.RECURRENT,
        entries(network.recurrent(), network.cellTypes(), 0, physiology, unitOf),
        SynapticWeights.FEEDFORWARD,
        entries(
            network.feedforward(), network.inputTypes(), physiology.types(), physiology, unitOf));
  }

  private static Strengths entries(
      Csr wiring, int[] senderTypes, int shift, Physiology physiology, int[] unitOf) {
    int[] sender = wiring.rowOfEntry();
    int[] receiver = new int[wiring.entries()];
    boolean[] excites = new boolean[receiver.length];
    boolean[] groupExcites = new boolean[physiology.groups()];
    for (int group = 0; group < groupExcites.length; group++) {
      groupExcites[group] = excites(physiology, group);
    }
    for (int e = 0; e < receiver.length; e++) {
      receiver[e] = unitOf[wiring.columns()[e]];
      excites[e] = groupExcites[shift + senderTypes[sender[e]]];
    }
    return new Strengths(receiver, excites);
  }

  private static Strengths factors(Physiology physiology, int fromGroup, int toGroup) {
    int types = physiology.types();
    int[] receiver = new int[(toGroup - fromGroup) * types];
    boolean[] excites = new boolean[receiver.length];
    for (int i = 0; i < receiver.length; i++) {
      receiver[i] = i % types;
      excites[i] = excites(physiology, fromGroup + i / types);
    }
    return new Strengths(receiver, excites);
  }

  /** Whether the synapses of a sending group together pull a cell above its threshold. */
  private static boolean excites(Physiology physiology, int group) {
    double threshold =
        physiology.cells().stream().mapToDouble(cell -> cell.theta()).average().orElseThrow();
    double pull = 0;
    for (int k = 0; k < physiology.synapses(); k++) {
      if (physiology.group(k) == group) {
        pull += physiology.synapse(k).pull(threshold);
      }
    }
    return pull > 0;
  }

  /** Number of units. */
  public int count() {
    return cells.length;
  }

  /**
   * [unit] Rate in Hz.
   *
   * @param seconds of all trials together
   */
  public double[] rates(SpikeTrains spikes, double seconds) {
    double[] rates = new double[count()];
    for (int n = 0; n < of.length; n++) {
      rates[of[n]] += spikes.count(n);
    }
    for (int u = 0; u < rates.length; u++) {
      rates[u] /= Math.max(1, cells[u]) * seconds;
    }
    return rates;
  }

  /** The strengths of a trained parameter. */
  Strengths strengths(String parameter) {
    Strengths strengths = byParameter.get(parameter);
    if (strengths == null) {
      throw new IllegalArgumentException("no strengths are called '" + parameter + "'");
    }
    return strengths;
  }

  /** Means over the units of each type that has some, by the type's name. */
  Map<String, Double> means(double[] values) {
    double[] sum = new double[typeNames.size()];
    int[] count = new int[sum.length];
    for (int u = 0; u < values.length; u++) {
      sum[types[u]] += values[u];
      count[types[u]]++;
    }
    Map<String, Double> means = new LinkedHashMap<>();
    for (int c = 0; c < sum.length; c++) {
      if (count[c] > 0) {
        means.put(typeNames.get(c), sum[c] / count[c]);
      }
    }
    return means;
  }
}
