package homeostat.disinhibition.circuit;

import java.util.ArrayList;
import java.util.List;

/**
 * What the cells of a network do in each sample of a batch, in arrays [sample][unit].
 *
 * @param layers sizes
 * @param capacity samples that there is room for
 * @param excitatory potentials uE of each hidden layer; of plain units, u
 * @param inhibitory potentials uI of each hidden layer; empty for plain units
 * @param rates phiE(uE) of each hidden layer
 * @param output v
 * @param integrator cInt of the controller
 */
public record Activity(
    Layers layers,
    int capacity,
    List<float[]> excitatory,
    List<float[]> inhibitory,
    List<float[]> rates,
    float[] output,
    float[] integrator) {

  /** Room for pairs, all at zero. */
  public static Activity ofPairs(Layers layers, int capacity) {
    return of(layers, capacity, hidden(layers, capacity));
  }

  /** Room for plain units, all at zero. */
  public static Activity ofUnits(Layers layers, int capacity) {
    return of(layers, capacity, List.of());
  }

  private static Activity of(Layers layers, int capacity, List<float[]> inhibitory) {
    return new Activity(
        layers,
        capacity,
        hidden(layers, capacity),
        inhibitory,
        hidden(layers, capacity),
        new float[capacity * layers.outputs()],
        new float[capacity * layers.outputs()]);
  }

  /** Zeros [capacity][units] for each hidden layer. */
  public static List<float[]> hidden(Layers layers, int capacity) {
    List<float[]> arrays = new ArrayList<>();
    for (int units : layers.hidden()) {
      arrays.add(new float[Math.multiplyExact(capacity, units)]);
    }
    return List.copyOf(arrays);
  }
}
