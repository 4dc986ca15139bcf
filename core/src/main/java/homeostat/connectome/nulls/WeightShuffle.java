package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.kernel.Stream;

/** The weights change places among the connections; self-loops keep theirs. */
public record WeightShuffle() implements NullModel {

  @Override
  public String name() {
    return "weight_shuffle";
  }

  @Override
  public String keeps() {
    return "every connection, the weights as a whole, self-loops";
  }

  @Override
  public Connectome draw(Connectome original, Stream stream) {
    Edges edges = Edges.of(original.weights());
    edges.shuffleWeights(edges.withoutLoops(), stream.draws());
    return edges.in(original, this);
  }
}
