package homeostat.kinds.spiking.network;

import homeostat.kinds.spiking.config.network.FeedforwardSection;
import homeostat.kinds.spiking.config.network.PhysiologySection;
import homeostat.kinds.spiking.config.network.RecurrentSection;
import homeostat.kinds.spiking.config.network.SynapsesSection;
import homeostat.lab.config.Problems;
import homeostat.spiking.Physiology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Mistakes in membranes and synapses: what conductance-based and current-based ones need, and that
 * they are not mixed.
 */
public final class PhysiologyChecks {
  private final BiConsumer<String, String> blame;
  private final Problems problems;

  /**
   * @param blame takes a key and a mistake
   * @param problems takes what is none
   */
  public PhysiologyChecks(BiConsumer<String, String> blame, Problems problems) {
    this.blame = blame;
    this.problems = problems;
  }

  public void check(RecurrentSection recurrent, FeedforwardSection feedforward) {
    boolean current = currentBased(recurrent, feedforward);
    synapses("recurrent.synapses", recurrent.synapses(), current);
    synapses("feedforward.synapses", feedforward.synapses(), current);
    synapseTypes(recurrent, feedforward);
    recurrent
        .physiology()
        .forEach((type, p) -> {
          String at = "recurrent.physiology." + type;
          if (current) {
            ofCurrent(at, p);
          } else {
            ofConductance(at, p);
          }
          reset(at, p);
        });
  }

  /** Whether any table is current-based: then all have to be. */
  private static boolean currentBased(RecurrentSection recurrent, FeedforwardSection feedforward) {
    return recurrent.synapses().values().stream().anyMatch(SynapsesSection::currentBased)
        || feedforward.synapses().values().stream().anyMatch(SynapsesSection::currentBased);
  }

  private void synapses(String key, Map<String, SynapsesSection> tables, boolean current) {
    tables.forEach((type, s) -> {
      String at = key + "." + type;
      conductances(at + ".tau_rise", s.tauRise(), s.names(), current);
      conductances(at + ".tau_decay", s.tauDecay(), s.names(), current);
      conductances(at + ".E_syn", s.eSyn(), s.names(), current);
      conductances(at + ".g_bar", s.gBar(), s.names(), current);
      if (current) {
        required(at + ".tau_syn", s.tauSyn(), "a number for each synapse type, in ms");
        s.tauSyn().ifPresent(values -> length(at + ".tau_syn", values.length, s.names()));
        required(at + ".type", s.type(), "\"excitatory\" or \"inhibitory\" for each synapse type");
        s.type().ifPresent(signs -> length(at + ".type", signs.size(), s.names()));
      }
      kernels(at, s);
    });
  }

  private void conductances(
      String key, Optional<double[]> values, List<String> names, boolean current) {
    if (current && values.isPresent()) {
      blame.accept(
          key,
          "belongs to conductance-based synapses, and this network has current-based ones"
              + " (tau_syn); remove it");
    } else if (!current) {
      required(key, values, "a number for each synapse type");
    }
    values.ifPresent(given -> length(key, given.length, names));
  }

  private void required(String key, Optional<?> value, String what) {
    if (value.isEmpty()) {
      blame.accept(key, "missing: expected " + what);
    }
  }

  private void length(String key, int count, List<String> names) {
    if (count != names.size()) {
      blame.accept(key, "has " + count + " values for " + names.size() + " synapse types " + names);
    }
  }

  private void kernels(String at, SynapsesSection s) {
    double[] rise = s.tauRise().orElseGet(() -> new double[0]);
    double[] decay = s.tauDecay().orElseGet(() -> new double[0]);
    for (int k = 0; k < Math.min(rise.length, decay.length); k++) {
      if (rise[k] == decay[k]) {
        blame.accept(
            at + ".tau_rise",
            "entry "
                + k
                + " equals tau_decay ("
                + rise[k]
                + " ms): the kernel, a difference of two exponentials, vanishes; make one a little"
                + " larger");
      }
    }
  }

  private void synapseTypes(RecurrentSection recurrent, FeedforwardSection feedforward) {
    int count = 0;
    for (var tables : List.of(recurrent.synapses(), feedforward.synapses())) {
      for (SynapsesSection section : tables.values()) {
        count += section.names().size();
      }
    }
    if (count > Physiology.MAX_SYNAPSES) {
      blame.accept(
          "recurrent.synapses",
          "and feedforward.synapses have "
              + count
              + " synapse types together; at most "
              + Physiology.MAX_SYNAPSES);
    }
  }

  private void ofConductance(String at, PhysiologySection p) {
    required(at + ".theta", p.theta(), "the spike threshold in mV");
    required(at + ".U_reset", p.uReset(), "the potential after a spike in mV");
    required(at + ".E_L", p.eL(), "the leak reversal potential in mV");
    required(at + ".g_L", p.gL(), "the leak conductance in nS");
  }

  private void ofCurrent(String at, PhysiologySection p) {
    if (p.theta().isPresent() != p.uReset().isPresent()) {
      blame.accept(
          at,
          "has one of theta and U_reset; give both, or neither for potentials in units of the"
              + " threshold");
    }
    if (p.gL().isPresent()) {
      problems.warn(at + ".g_L", "has no effect: synapses are current-based");
    }
  }

  private void reset(String at, PhysiologySection p) {
    double reset = p.uReset().orElse(0.0);
    double theta = p.theta().orElse(1.0);
    if (p.theta().isPresent() == p.uReset().isPresent() && reset >= theta) {
      blame.accept(
          at + ".U_reset",
          reset + " mV is not below theta = " + theta + " mV: the cell would spike for ever");
    }
  }
}
