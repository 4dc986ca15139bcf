package homeostat.dale.network;

import homeostat.gradient.tape.Var;
import java.util.List;

/**
 * A network on a tape.
 *
 * @param hidden hidden layers in order
 * @param logits [batch][output]
 * @param strength lambda of the local losses, [1][1], to be written before a pass
 */
public record RecordedNetwork(List<RecordedLayer> hidden, Var logits, Var strength) {
  public RecordedNetwork {
    hidden = List.copyOf(hidden);
  }
}
