package homeostat.spiking.learning;

import homeostat.array.Arrays;
import homeostat.gradient.Parameters;
import homeostat.spiking.NetworkState;
import homeostat.spiking.SpikingNetwork;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that training carries from chunk to chunk. A step consumes it: arrays are updated in place.
 *
 * @param chunk number of chunks done
 * @param accumulated chunks that wait for an update
 * @param network potentials and conductances
 * @param parameters what is trained, as logarithms
 * @param rule state of the learning rule; empty if nothing is trained
 * @param carried state of each objective, by name
 */
public record TrainingState(
    long chunk,
    int accumulated,
    NetworkState network,
    Parameters parameters,
    Arrays rule,
    Map<String, Arrays> carried) {

  /** Everything, as arrays of its own, for a continuation to the same bits. */
  public Arrays save(SpikingNetwork of) {
    Arrays.Builder arrays =
        Arrays.builder()
            .put("chunk", new long[] {chunk})
            .put("accumulated", new int[] {accumulated})
            .putAll("network/", network.toArrays(of))
            .putAll("parameters/", parameters.save())
            .putAll("rule/", rule.copy());
    carried.forEach((name, state) -> arrays.putAll("objectives/" + name + "/", state.copy()));
    return arrays.build();
  }

  /**
   * The state that {@link #save} wrote; this one, freshly started, gives parameters and objectives.
   */
  public TrainingState load(SpikingNetwork of, Arrays saved) {
    parameters.load(saved.below("parameters/"));
    Map<String, Arrays> states = new LinkedHashMap<>();
    carried.keySet().forEach(name -> states.put(name, saved.below("objectives/" + name + "/")));
    return new TrainingState(
        saved.longs("chunk")[0],
        saved.ints("accumulated")[0],
        NetworkState.from(of, saved.below("network/")),
        parameters,
        saved.below("rule/"),
        states);
  }
}
