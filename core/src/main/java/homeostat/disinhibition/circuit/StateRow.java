package homeostat.disinhibition.circuit;

import java.util.List;

/**
 * Where the variables of one sample lie in a row of state: the potentials of each layer, after them
 * in a network of pairs those of each layer's interneurons, then v, then cInt.
 *
 * @param layers sizes
 * @param paired whether cells have interneurons
 */
public record StateRow(Layers layers, boolean paired) {

  /** Cells of all hidden layers. */
  public int hidden() {
    return start(layers.depth());
  }

  /** Where the potentials of layer l begin. */
  public int potentials(int l) {
    return start(l);
  }

  /** Where the potentials of layer l's interneurons begin. */
  public int interneurons(int l) {
    return hidden() + start(l);
  }

  /** Where v begins. */
  public int output() {
    return paired ? 2 * hidden() : hidden();
  }

  /** Where cInt begins. */
  public int integrator() {
    return output() + layers.outputs();
  }

  /** Length of a row. */
  public int width() {
    return integrator() + layers.outputs();
  }

  private int start(int l) {
    int before = 0;
    for (int i = 0; i < l; i++) {
      before += layers.units(i);
    }
    return before;
  }

  /** Writes the state of a sample to the row that begins at {@code at}. */
  public void gather(Activity activity, int sample, float[] rows, int at) {
    for (int l = 0; l < layers.depth(); l++) {
      int units = layers.units(l);
      copy(activity.excitatory(), l, sample * units, rows, at + potentials(l), units);
      if (paired) {
        copy(activity.inhibitory(), l, sample * units, rows, at + interneurons(l), units);
      }
    }
    int outputs = layers.outputs();
    System.arraycopy(activity.output(), sample * outputs, rows, at + output(), outputs);
    System.arraycopy(activity.integrator(), sample * outputs, rows, at + integrator(), outputs);
  }

  private static void copy(List<float[]> all, int l, int from, float[] rows, int at, int units) {
    System.arraycopy(all.get(l), from, rows, at, units);
  }

  /** Writes the row that begins at {@code at} to the state of a sample, but for its rates. */
  public void scatter(float[] rows, int at, Activity activity, int sample) {
    for (int l = 0; l < layers.depth(); l++) {
      int units = layers.units(l);
      float[] cells = activity.excitatory().get(l);
      System.arraycopy(rows, at + potentials(l), cells, sample * units, units);
      if (paired) {
        float[] others = activity.inhibitory().get(l);
        System.arraycopy(rows, at + interneurons(l), others, sample * units, units);
      }
    }
    int outputs = layers.outputs();
    System.arraycopy(rows, at + output(), activity.output(), sample * outputs, outputs);
    System.arraycopy(rows, at + integrator(), activity.integrator(), sample * outputs, outputs);
  }
}
