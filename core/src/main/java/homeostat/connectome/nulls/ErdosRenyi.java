package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;

/**
 * As many connections, placed uniformly over the pairs of different nodes, with the original
 * weights in random order. Self-loops are left where they are.
 */
public record ErdosRenyi() implements NullModel {

  @Override
  public String name() {
    return "erdos_renyi";
  }

  @Override
  public String keeps() {
    return "the number of connections, the weights as a whole, self-loops";
  }

  @Override
  public Connectome draw(Connectome original, Stream stream) {
    Edges edges = Edges.of(original.weights());
    int[] movable = edges.withoutLoops();
    Draws draws = stream.draws();
    int[] all = new int[edges.nodes()];
    Arrays.setAll(all, node -> node);
    Places.draw(all, all, true, movable.length, draws).take(edges, movable);
    edges.shuffleWeights(movable, draws);
    return edges.in(original, this);
  }
}
