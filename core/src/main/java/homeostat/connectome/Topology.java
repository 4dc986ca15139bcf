package homeostat.connectome;

import java.util.List;

/**
 * Which neurons are connected. A probability table is [source type][target type]; each pair of
 * types (and of assemblies) is a block that is drawn from its own random stream.
 */
public sealed interface Topology {

  /** Each ordered pair of neurons is connected independently with the probability of its block. */
  record ErdosRenyi(List<List<Double>> probability) implements Topology {
    /** Checks the table. */
    public ErdosRenyi {
      probability = checked("probability", probability);
    }
  }

  /**
   * Exactly E = round(p n_source n_target) connections in a block (half to even; at most as many as
   * there are permitted pairs), at random, with in-degrees and out-degrees in the block that differ
   * by at most 1.
   */
  record Configuration(List<List<Double>> probability) implements Topology {
    /** Checks the table. */
    public Configuration {
      probability = checked("probability", probability);
    }
  }

  /**
   * The configuration model for each ordered pair of assemblies and types: {@code within} applies
   * inside an assembly, {@code between} from one assembly to another. Neurons of no assembly stay
   * without connections.
   */
  record WithAssemblies(List<List<Double>> within, List<List<Double>> between) implements Topology {
    /** Checks the tables. */
    public WithAssemblies {
      within = checked("conn_within", within);
      between = checked("conn_between", between);
    }
  }

  /** Every pair is connected. */
  record Dense() implements Topology {}

  private static List<List<Double>> checked(String name, List<List<Double>> table) {
    for (int p = 0; p < table.size(); p++) {
      for (int q = 0; q < table.get(p).size(); q++) {
        double value = table.get(p).get(q);
        if (!(value >= 0 && value <= 1)) {
          throw new IllegalArgumentException(
              name + "[" + p + "][" + q + "] = " + value + " is no probability (0 to 1)");
        }
      }
    }
    return table.stream().map(List::copyOf).toList();
  }
}
