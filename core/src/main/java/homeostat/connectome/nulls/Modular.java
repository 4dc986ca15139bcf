package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.connectome.Provenance;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The stochastic block model (Holland, Laskey &amp; Leinhardt, Social Networks 5, 1983) with exact
 * counts (Peixoto, Physical Review E 95, 2017): from each module to each, as many connections as in
 * the original, placed uniformly over the pairs of different nodes, with the weights of these
 * connections in random order. Degrees and strengths of single nodes and all order within the
 * modules are lost. Self-loops are left where they are.
 *
 * @param modules the partition
 */
public record Modular(Modules modules) implements NullModel {

  @Override
  public String name() {
    return "modular";
  }

  @Override
  public String keeps() {
    return "the connections and their weights from each module to each, self-loops";
  }

  @Override
  public Connectome draw(Connectome original, Stream stream) {
    Edges edges = Edges.of(original.weights());
    int[] module = modules.of(original);
    List<int[]> members = members(module);
    Draws draws = stream.draws();
    for (int[] block : blocks(edges, module)) {
      int sends = module[edges.from()[block[0]]];
      int receives = module[edges.to()[block[0]]];
      boolean same = sends == receives;
      Places.draw(members.get(sends), members.get(receives), same, block.length, draws)
          .take(edges, block);
      edges.shuffleWeights(block, draws);
    }
    Connectome drawn = edges.in(original, this);
    Provenance kept =
        drawn
            .provenance()
            .note("modules: " + modules.what(original), Arrays.stream(module).distinct().count());
    return drawn.withWeights(drawn.weights(), kept);
  }

  /** The connections from one module to one, for each such pair that has any; no self-loops. */
  private static List<int[]> blocks(Edges edges, int[] module) {
    int[] movable = edges.withoutLoops();
    long modules = 1L + Arrays.stream(module).max().orElse(0);
    long[] keys = new long[movable.length];
    for (int k = 0; k < keys.length; k++) {
      long block = module[edges.from()[movable[k]]] * modules + module[edges.to()[movable[k]]];
      keys[k] = Math.addExact(Math.multiplyExact(block, (long) movable.length), k);
    }
    Arrays.sort(keys);
    List<int[]> blocks = new ArrayList<>();
    for (int begin = 0; begin < keys.length; ) {
      int end = begin;
      while (end < keys.length && keys[end] / keys.length == keys[begin] / keys.length) {
        end++;
      }
      blocks.add(
          IntStream.range(begin, end).map(k -> movable[(int) (keys[k] % keys.length)]).toArray());
      begin = end;
    }
    return blocks;
  }

  /** [module][member] nodes in their order. */
  private static List<int[]> members(int[] module) {
    int[] sizes = new int[1 + Arrays.stream(module).max().orElse(0)];
    for (int one : module) {
      sizes[one]++;
    }
    List<int[]> members = new ArrayList<>();
    for (int size : sizes) {
      members.add(new int[size]);
    }
    for (int node = module.length - 1; node >= 0; node--) {
      members.get(module[node])[--sizes[module[node]]] = node;
    }
    return members;
  }
}
