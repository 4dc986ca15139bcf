package homeostat.spiking;

import homeostat.array.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What an objective says about a chunk.
 *
 * @param value the loss
 * @param gradients its direct gradients; none for a loss that is only reported
 * @param carried state for the next chunk; empty without one
 * @param remarks numbers worth logging, by name
 */
public record Evaluation(
    double value, List<Sensitivity> gradients, Arrays carried, Map<String, Double> remarks) {

  /** A value with gradients and nothing to carry. */
  public static Evaluation of(double value, Sensitivity... gradients) {
    return new Evaluation(value, List.of(gradients), Arrays.empty(), Map.of());
  }
}
