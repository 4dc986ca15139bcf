package homeostat.spiking.learning;

import homeostat.homeostasis.OtherClass;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SynapseParameters;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /** One unit for each cell type; what is trained are the factors of pairs of types. */
  static FeedbackUnits of(ObjectiveSettings settings) {
    Physiology physiology = settings.physiology();
    int types = physiology.types();
    int[] cells = new int[types];
    for (int type : settings.cellTypes()) {
      cells[type]++;
    }
    int[] own = new int[types];
    boolean[] excites = new boolean[types];
    for (int c = 0; c < types; c++) {
      own[c] = c;
      excites[c] = excites(physiology, c);
    }
    return new FeedbackUnits(
        settings.cellTypes(),
        cells,
        own,
        physiology.cells().stream().map(cell -> cell.name()).toList(),
        excites,
        OtherClass.all(excites),
        Map.of(
            ScalingFactors.RECURRENT, factors(physiology, 0, types),
            ScalingFactors.FEEDFORWARD, factors(physiology, types, physiology.groups())));
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
        SynapseParameters synapse = physiology.synapse(k);
        pull += synapse.conductance() * (synapse.reversal() - threshold);
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
