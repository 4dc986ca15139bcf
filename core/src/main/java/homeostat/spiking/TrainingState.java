package homeostat.spiking;

import homeostat.array.Arrays;
import homeostat.gradient.Gradients;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that training carries from chunk to chunk. A step consumes it: arrays are updated in place.
 *
 * @param chunk number of chunks done
 * @param accumulated chunks whose gradients wait for an update
 * @param network potentials and conductances
 * @param parameters what is trained, as logarithms
 * @param gradients of the chunks since the last update
 * @param optimiser moments
 * @param carried state of each objective, by name
 */
public record TrainingState(
    long chunk,
    int accumulated,
    NetworkState network,
    Parameters parameters,
    Gradients gradients,
    OptimiserState optimiser,
    Map<String, Arrays> carried) {

  /** Everything, as arrays of its own, for a continuation to the same bits. */
  public Arrays save(ConductanceNetwork of) {
    Arrays.Builder arrays =
        Arrays.builder()
            .put("chunk", new long[] {chunk})
            .put("accumulated", new int[] {accumulated})
            .putAll("network/", network.toArrays(of))
            .putAll("parameters/", parameters.save())
            .putAll("gradients/", gradients.save())
            .putAll("optimiser/", optimiser.save());
    carried.forEach((name, state) -> arrays.putAll("objectives/" + name + "/", state));
    return arrays.build();
  }

  /**
   * The state that {@link #save} wrote; this one, freshly started, gives parameters and objectives.
   */
  public TrainingState load(ConductanceNetwork of, Arrays saved) {
    parameters.load(saved.below("parameters/"));
    gradients.load(saved.below("gradients/"));
    optimiser.load(saved.below("optimiser/"));
    Map<String, Arrays> states = new LinkedHashMap<>();
    carried.keySet().forEach(name -> states.put(name, saved.below("objectives/" + name + "/")));
    return new TrainingState(
        saved.longs("chunk")[0],
        saved.ints("accumulated")[0],
        NetworkState.from(of, saved.below("network/")),
        parameters,
        gradients,
        optimiser,
        states);
  }
}
