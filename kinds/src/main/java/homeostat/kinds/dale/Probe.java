package homeostat.kinds.dale;

import homeostat.dale.diagnostic.LayerStatistics;
import homeostat.dale.loss.LocalLoss;
import homeostat.dale.network.RecordedLayer;
import homeostat.gradient.tape.Var;
import java.util.Optional;

/**
 * A layer or cell that is looked at.
 *
 * @param name its name
 * @param output activity before normaliser and non-linearity, [row][unit]
 * @param drive excitatory drive, where it is known
 * @param divisive whether its inhibition divides
 * @param loss its local loss, if it has one
 * @param layer the whole layer, of feed-forward networks
 */
public record Probe(
    String name,
    Var output,
    Optional<Var> drive,
    boolean divisive,
    Optional<LocalLoss> loss,
    Optional<RecordedLayer> layer) {

  /** Statistics of all rows. */
  public LayerStatistics statistics() {
    return LayerStatistics.of(output, drive, loss, divisive, output.shape().rows());
  }
}
