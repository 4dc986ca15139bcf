package homeostat.connectome.brain;

import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.Csr;

/**
 * The wiring of a whole brain.
 *
 * @param ids [neuron] 64-bit ids
 * @param annotations what is known of each neuron
 * @param rows the connections
 * @param provenance source files and decisions
 */
public record Brain(
    Nodes.Identified ids, Annotations annotations, SynapseRows rows, Provenance provenance) {

  /** Checks that all parts have the same number of neurons. */
  public Brain {
    int n = rows.neurons();
    if (ids.count() != n) {
      throw new IllegalArgumentException(ids.count() + " ids for " + rows);
    }
    annotations
        .columns()
        .forEach((name, column) -> {
          if (column.nodes() != n) {
            throw new IllegalArgumentException(
                "column " + name + " has " + column.nodes() + " neurons, not " + n);
          }
        });
  }

  /** Number of neurons. */
  public int neurons() {
    return rows.neurons();
  }

  /** The same neurons with other connections. */
  public Brain with(SynapseRows other, Provenance longer) {
    return new Brain(ids, annotations, other, longer);
  }

  /** As a connectome, for what is not a matter of millions: parallel connections are summed. */
  public Connectome connectome() {
    int n = rows.neurons();
    int[] offsets = new int[n + 1];
    int[] columns = new int[rows.entries().length];
    float[] values = new float[rows.entries().length];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int e = rows.offsets()[i]; e < rows.offsets()[i + 1]; e++) {
        if (at > offsets[i] && columns[at - 1] == rows.target(e)) {
          values[at - 1] += (float) rows.weight(e);
        } else {
          columns[at] = rows.target(e);
          values[at++] = (float) rows.weight(e);
        }
      }
      offsets[i + 1] = at;
    }
    return Connectome.of(
        ids,
        annotations.types(n),
        new Csr(
            n,
            n,
            offsets,
            java.util.Arrays.copyOf(columns, at),
            java.util.Arrays.copyOf(values, at)),
        provenance);
  }

  /** What a neuron is called: its name where it has one, else its id. */
  public String label(int neuron) {
    return annotations.columns().containsKey(Annotations.NAME)
        ? annotations.of(Annotations.NAME, neuron)
        : ids.label(neuron);
  }

  /**
   * A connectome as a brain. Nodes without ids are numbered from 0; their names, if they have some,
   * are a column. Where the signs of senders are known apart from weights that are all positive,
   * they are the weights' signs.
   */
  public static Brain of(Connectome connectome) {
    int n = connectome.size();
    long[] numbers = new long[n];
    java.util.Arrays.setAll(numbers, i -> i);
    Annotations known = Annotations.none().with(Annotations.TYPE, connectome.types());
    Nodes.Identified ids = new Nodes.Identified(numbers);
    switch (connectome.nodes()) {
      case Nodes.Identified identified -> ids = identified;
      case Nodes.Named named -> {
        int[] index = new int[n];
        java.util.Arrays.setAll(index, i -> i);
        known = known.with(Annotations.NAME, new CellTypes(named.names(), index));
      }
      case Nodes.Numbered _ -> {
        // their numbers are their ids
      }
    }
    SignedWeights signed = SignedWeights.of(connectome);
    return new Brain(ids, known, SynapseRows.of(signed.weights()), signed.provenance());
  }
}
