package homeostat.connectome;

import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.List;

/**
 * How to connect populations: a topology and the distributions of the weights.
 *
 * @param topology which pairs are connected
 * @param weights how strongly
 */
public record Wiring(Topology topology, WeightTable weights) {

  /**
   * Recurrent connections within a population.
   *
   * @param selfLoops whether a neuron may connect to itself
   * @param stream the stream of this wiring; topology and weights, and each block of them, draw
   *     from branches of their own
   */
  public Csr recurrent(Population population, boolean selfLoops, Stream stream) {
    return connect(population, population, true, selfLoops, stream);
  }

  /** Connections from one population to another, in which equal numbers mean nothing. */
  public Csr feedforward(Population sources, Population targets, Stream stream) {
    return connect(sources, targets, false, true, stream);
  }

  private Csr connect(
      Population sources, Population targets, boolean sameNodes, boolean selfLoops, Stream stream) {
    checkTables(sources.types().names().size(), targets.types().names().size());
    Groups from = groups(sources);
    Groups to = groups(targets);
    EdgeBuffer edges = new EdgeBuffer();
    for (int g = 0; g < from.count(); g++) {
      for (int h = 0; h < to.count(); h++) {
        boolean noSelf = sameNodes && !selfLoops && g == h;
        Draws draws = blockStream(stream.at(0), from, g, to, h).draws();
        block(from, g, to, h, noSelf, draws).emit(from.members()[g], to.members()[h], edges);
      }
    }
    return weights.draw(edges.toCsr(sources.size(), targets.size()), from, to, stream.at(1));
  }

  /** The stream of one block: a function of its assemblies and types, not of any size. */
  static Stream blockStream(Stream stream, Groups from, int g, Groups to, int h) {
    return stream.at(from.assembly(g)).at(to.assembly(h)).at(from.type(g)).at(to.type(h));
  }

  private Groups groups(Population population) {
    if (!(topology instanceof Topology.WithAssemblies)) {
      return Groups.byType(population.types());
    }
    Assemblies assemblies =
        population
            .assemblies()
            .orElseThrow(
                () -> new IllegalArgumentException("a topology of assemblies needs assemblies"));
    return Groups.byAssembly(population.types(), assemblies);
  }

  private Block block(Groups from, int g, Groups to, int h, boolean noSelf, Draws draws) {
    int n = from.members()[g].length;
    int m = to.members()[h].length;
    int p = from.type(g);
    int q = to.type(h);
    return switch (topology) {
      case Topology.ErdosRenyi t ->
          Block.bernoulli(n, m, noSelf, t.probability().get(p).get(q), draws);
      case Topology.Configuration t ->
          ConfigurationModel.draw(n, m, noSelf, t.probability().get(p).get(q), draws);
      case Topology.WithAssemblies t -> {
        boolean inside = from.assembly(g) == to.assembly(h);
        double probability = (inside ? t.within() : t.between()).get(p).get(q);
        yield ConfigurationModel.draw(n, m, noSelf, probability, draws);
      }
      case Topology.Dense() -> Block.empty(n, m, noSelf).complement();
    };
  }

  private void checkTables(int sourceTypes, int targetTypes) {
    switch (topology) {
      case Topology.ErdosRenyi t -> check("probability", t.probability(), sourceTypes, targetTypes);
      case Topology.Configuration t ->
          check("probability", t.probability(), sourceTypes, targetTypes);
      case Topology.WithAssemblies t -> {
        check("conn_within", t.within(), sourceTypes, targetTypes);
        check("conn_between", t.between(), sourceTypes, targetTypes);
      }
      case Topology.Dense() -> {}
    }
    check("weights", weights.blocks(), sourceTypes, targetTypes);
  }

  private static <T> void check(String name, List<List<T>> table, int rows, int cols) {
    if (table.size() != rows || table.stream().anyMatch(row -> row.size() != cols)) {
      throw new IllegalArgumentException(
          name
              + " must be a table of "
              + rows
              + " source types x "
              + cols
              + " target types, got "
              + table);
    }
  }
}
