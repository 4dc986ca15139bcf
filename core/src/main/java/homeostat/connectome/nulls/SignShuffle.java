package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.connectome.Signs;
import homeostat.kernel.Stream;
import java.util.Optional;

/**
 * The signs change places among the senders, so that each still sends with one sign (Dale's
 * principle); absolute weights stay. Where some sender has weights of both signs, the signs change
 * places among the connections instead.
 */
public record SignShuffle() implements NullModel {

  @Override
  public String name() {
    return "sign_shuffle";
  }

  @Override
  public String keeps() {
    return "every connection, absolute weights, the number of senders (or connections) of each"
        + " sign";
  }

  @Override
  public Connectome draw(Connectome original, Stream stream) {
    Edges edges = Edges.of(original.weights());
    int[] signs = original.signs().map(Signs::values).orElseGet(() -> new int[edges.nodes()]);
    boolean dale = true;
    boolean negative = false;
    int[] bySender = signs.clone();
    for (int e = 0; e < edges.count(); e++) {
      int sign = (int) Math.signum(edges.weight()[e]);
      int sender = edges.from()[e];
      if (sign != 0) {
        dale &= bySender[sender] == 0 || bySender[sender] == sign;
        bySender[sender] = sign;
        negative |= sign < 0;
      }
    }
    if (!negative) {
      throw new IllegalArgumentException(
          "sign_shuffle needs weights of both signs, and no weight is negative; read the wiring"
              + " with signs, or choose weight_shuffle");
    }
    return dale
        ? amongSenders(original, edges, bySender, stream)
        : amongEdges(original, edges, stream);
  }

  private Connectome amongSenders(Connectome original, Edges edges, int[] signs, Stream stream) {
    int[] senders =
        java.util.stream.IntStream.range(0, signs.length).filter(i -> signs[i] != 0).toArray();
    int[] order = stream.draws().permutation(senders.length);
    int[] shuffled = signs.clone();
    for (int k = 0; k < senders.length; k++) {
      shuffled[senders[k]] = signs[senders[order[k]]];
    }
    for (int e = 0; e < edges.count(); e++) {
      edges.weight()[e] = Math.abs(edges.weight()[e]) * shuffled[edges.from()[e]];
    }
    Connectome drawn = edges.in(original, this);
    return new Connectome(
        drawn.nodes(),
        drawn.types(),
        drawn.weights(),
        drawn.assemblies(),
        original.signs().isPresent() ? Optional.of(new Signs(shuffled)) : Optional.empty(),
        drawn.positions(),
        drawn.provenance());
  }

  private Connectome amongEdges(Connectome original, Edges edges, Stream stream) {
    int[] order = stream.draws().permutation(edges.count());
    float[] old = edges.weight().clone();
    for (int e = 0; e < edges.count(); e++) {
      edges.weight()[e] = Math.copySign(old[e], old[order[e]]);
    }
    return edges.in(original, this);
  }
}
