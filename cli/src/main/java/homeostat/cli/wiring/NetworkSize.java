package homeostat.cli.wiring;

import homeostat.connectome.CellTypePlan;
import homeostat.connectome.NetworkPlan;
import homeostat.connectome.Topology;
import homeostat.connectome.Wiring;
import homeostat.lab.UserError;
import homeostat.lab.run.Budget;
import java.util.List;
import java.util.Locale;

/**
 * How large a network will be, known before anything is drawn.
 *
 * @param neurons number of neurons
 * @param connections expected number of connections, inputs' included
 * @param bytes memory that generating and writing it takes at most
 */
record NetworkSize(long neurons, double connections, double bytes) {
  /** Of a connection: its list, which grows by doubling, two sorting orders and the matrix. */
  private static final int PER_CONNECTION = 56;

  /** Of a pair in a file of matrices: weights, mask and their compressed copies. */
  private static final int PER_PAIR = 16;

  /**
   * The size of a plan.
   *
   * @param matrices whether it is written as matrices and not as a list
   */
  static NetworkSize of(NetworkPlan plan, boolean matrices) {
    double n = plan.neurons();
    double pairs = n * (n + plan.inputs());
    double connections =
        n * n * density(plan.recurrent(), plan.types(), plan.types(), plan.assemblies())
            + n * plan.inputs() * density(plan.feedforward(), plan.inputTypes(), plan.types(), 0);
    double bytes = PER_CONNECTION * connections + pairs / 8 + (matrices ? PER_PAIR * pairs : 0);
    return new NetworkSize(plan.neurons(), connections, bytes);
  }

  /** Lets a network through that fits into a heap; another is the user's mistake. */
  void check(long heap) {
    if (bytes > heap) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "this network of %d neurons and about %.3g connections needs about %s of memory, more"
                  + " than the %s of the JVM's heap; take fewer cells.neurons or lower"
                  + " probabilities, or give more with HOMEOSTAT_JAVA_OPTS=-Xmx...",
              neurons,
              connections,
              Budget.text((long) bytes),
              Budget.text(heap)));
    }
  }

  /** Share of all pairs that are connected. */
  private static double density(Wiring wiring, CellTypePlan from, CellTypePlan to, int assemblies) {
    return switch (wiring.topology()) {
      case Topology.Dense() -> 1;
      case Topology.ErdosRenyi t -> density(t.probability(), from, to);
      case Topology.Configuration t -> density(t.probability(), from, to);
      case Topology.WithAssemblies t ->
          density(t.within(), from, to) / assemblies
              + density(t.between(), from, to) * (1 - 1.0 / assemblies);
    };
  }

  /** Of a table that does not fit the types, which generating tells, what fits. */
  private static double density(List<List<Double>> table, CellTypePlan from, CellTypePlan to) {
    double sum = 0;
    for (int p = 0; p < Math.min(table.size(), from.proportions().size()); p++) {
      List<Double> row = table.get(p);
      for (int q = 0; q < Math.min(row.size(), to.proportions().size()); q++) {
        sum += from.proportions().get(p) * to.proportions().get(q) * row.get(q);
      }
    }
    return sum;
  }
}
