package homeostat.kinds.spiking.network;

import homeostat.kinds.spiking.config.network.CellTypesSection;
import homeostat.kinds.spiking.config.network.FeedforwardSection;
import homeostat.kinds.spiking.config.network.NetworkSection;
import homeostat.kinds.spiking.config.network.PhysiologySection;
import homeostat.kinds.spiking.config.network.RecurrentSection;
import homeostat.kinds.spiking.config.network.RecurrentTopologySection;
import homeostat.kinds.spiking.config.network.WeightsSection;
import homeostat.lab.config.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Mistakes in the description of a network that no range can tell. */
public final class NetworkChecks {
  private static final double SUM_TOLERANCE = 1e-6;
  private static final double BROAD = 2;

  /** Its square is the longest array. */
  private static final int DENSEST = 46_340;

  private final Problems problems;
  private boolean sound = true;

  public NetworkChecks(Problems problems) {
    this.problems = problems;
  }

  public void check(
      RecurrentSection recurrent, FeedforwardSection feedforward, NetworkSection wired) {
    List<String> cells = recurrent.cellTypes().names();
    List<String> inputs = feedforward.cellTypes().names();
    boolean generated = wired.file().isEmpty();
    proportions("recurrent.cell_types", recurrent.cellTypes(), generated);
    proportions("feedforward.cell_types", feedforward.cellTypes(), generated);
    names("recurrent.physiology", recurrent.physiology().keySet(), cells, true);
    names("recurrent.synapses", recurrent.synapses().keySet(), cells, false);
    names("feedforward.synapses", feedforward.synapses().keySet(), inputs, false);
    names("feedforward.activity", feedforward.activity().keySet(), inputs, true);
    PhysiologyChecks physiology = new PhysiologyChecks(this::blame, problems);
    physiology.check(recurrent, feedforward);
    if (!recurrent.refractory()) {
      recurrent.physiology().forEach(this::notRefractory);
    }
    table("recurrent.topology.conn_within", recurrent.topology().connWithin(), cells, cells);
    table("recurrent.topology.conn_between", recurrent.topology().connBetween(), cells, cells);
    table("feedforward.topology.conn_inputs", feedforward.topology().connInputs(), inputs, cells);
    weights("recurrent.weights", recurrent.weights(), cells, cells);
    weights("feedforward.weights", feedforward.weights(), inputs, cells);
    RecurrentTopologySection wiring = recurrent.topology();
    dense("recurrent.topology.num_neurons", wiring.numNeurons(), wiring.numNeurons());
    dense(
        "feedforward.topology.num_neurons",
        feedforward.topology().numNeurons(),
        wiring.numNeurons());
    if (wiring.numAssemblies() > wiring.numNeurons()) {
      blame(
          "recurrent.topology.num_assemblies",
          wiring.numAssemblies() + " assemblies cannot share " + wiring.numNeurons() + " neurons");
    }
  }

  /** The files of the wiring hold dense arrays, and an array has an int for its length. */
  private void dense(String key, long senders, long receivers) {
    if (senders * receivers > Integer.MAX_VALUE) {
      blame(
          key,
          senders
              + " senders of "
              + receivers
              + " receivers are more than network_structure.npz can hold; at the most "
              + (senders == receivers ? DENSEST : Integer.MAX_VALUE / receivers));
    }
  }

  /** True if nothing was wrong so far. */
  public boolean sound() {
    return sound;
  }

  private void blame(String key, String message) {
    sound = false;
    problems.add(key, message);
  }

  /** Every value is given for just the types there are. */
  public void byType(String key, Map<String, ?> values, List<String> types) {
    names(key, values.keySet(), types, true);
  }

  private void proportions(String key, CellTypesSection types, boolean generated) {
    if (types.names().isEmpty()) {
      blame(key + ".names", "is empty; name at least one type");
    }
    if (types.names().stream().distinct().count() != types.names().size()) {
      blame(key + ".names", "repeats a name: " + types.names());
    }
    if (types.proportion().isEmpty() && types.names().size() > 1 && generated) {
      blame(key + ".proportion", "missing: expected the share of each of " + types.names());
    }
    double[] shares = types.shares();
    if (shares.length != types.names().size()) {
      blame(
          key + ".proportion",
          "has "
              + shares.length
              + " shares for "
              + types.names().size()
              + " types "
              + types.names());
      return;
    }
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    if (!types.names().isEmpty() && Math.abs(sum - 1) > SUM_TOLERANCE) {
      blame(key + ".proportion", "sums to " + sum + ", not to 1");
    }
  }

  private void names(String key, Collection<String> given, List<String> types, boolean all) {
    boolean known = true;
    for (String name : given) {
      if (!types.contains(name)) {
        blame(key + "." + name, "is no cell type; there are " + types);
        known = false;
      }
    }
    for (String name : types) {
      // A misspelt name leaves a gap too: that is one mistake, told once.
      if (all && known && !given.contains(name)) {
        blame(key, "has nothing for cell type \"" + name + "\"");
      }
    }
  }

  private void notRefractory(String type, PhysiologySection p) {
    if (p.tauRef() > 0) {
      problems.warn(
          "recurrent.physiology." + type + ".tau_ref",
          "has no effect: neurons are not refractory, as in the published program;"
              + " recurrent.refractory = true makes them so");
    }
  }

  public boolean table(String key, double[][] values, List<String> from, List<String> to) {
    boolean fits = values.length == from.size();
    for (double[] row : values) {
      fits &= row.length == to.size();
    }
    if (!fits) {
      blame(
          key,
          "is not "
              + from.size()
              + " x "
              + to.size()
              + ": one row a sending type "
              + from
              + ", one column a receiving type "
              + to);
    }
    return fits;
  }

  private void weights(String key, WeightsSection weights, List<String> from, List<String> to) {
    boolean fits = table(key + ".w_mu", weights.wMu(), from, to);
    fits &= table(key + ".w_sigma", weights.wSigma(), from, to);
    if (!fits) {
      return;
    }
    if (weights.parameterSpace() == WeightsSection.Space.LOG) {
      if (weights.sigmaIs() == WeightsSection.SigmaIs.STD) {
        problems.warn(
            key + ".sigma_is",
            "has no effect with parameter_space = \"log\": w_sigma is the standard deviation of the"
                + " logarithms");
      }
      return;
    }
    for (int p = 0; p < from.size(); p++) {
      for (int q = 0; q < to.size(); q++) {
        if (!(weights.wMu()[p][q] > 0)) {
          blame(
              key + ".w_mu",
              "is "
                  + weights.wMu()[p][q]
                  + " from "
                  + from.get(p)
                  + " to "
                  + to.get(q)
                  + "; a mean weight must be positive, unless parameter_space = \"log\"");
          return;
        }
        double spread = weights.wSigma()[p][q];
        double deviation =
            weights.sigmaIs() == WeightsSection.SigmaIs.VARIANCE ? Math.sqrt(spread) : spread;
        if (deviation > BROAD * weights.wMu()[p][q]) {
          problems.warn(
              key + ".w_sigma",
              String.format(
                  java.util.Locale.ROOT,
                  "weights %s to %s have a standard deviation of %.2g times their mean: w_sigma is"
                      + " read as the %s (sigma_is)",
                  from.get(p),
                  to.get(q),
                  deviation / weights.wMu()[p][q],
                  weights.sigmaIs() == WeightsSection.SigmaIs.VARIANCE
                      ? "variance"
                      : "standard deviation"));
        }
      }
    }
  }
}
