package homeostat.disinhibition.teacher;

/**
 * Sizes of a network of two layers of pairs, and where its variables lie in the state: of each
 * layer uE, uI, W [sender][unit] and b; then cInt and the feedback weights Q1, Q2 [output][unit].
 *
 * @param inputs n0
 * @param hidden n1
 * @param outputs n2
 */
public record StudentShape(int inputs, int hidden, int outputs) {
  /** As published. */
  public static final StudentShape PUBLISHED = new StudentShape(30, 20, 2);

  /** Units of layer 0 or 1. */
  public int units(int layer) {
    return layer == 0 ? hidden : outputs;
  }

  /** What a layer reads. */
  public int senders(int layer) {
    return layer == 0 ? inputs : hidden;
  }

  private int layerSize(int layer) {
    return 3 * units(layer) + senders(layer) * units(layer);
  }

  /** Start of uE. */
  public int excitatory(int layer) {
    return layer == 0 ? 0 : layerSize(0);
  }

  /** Start of uI. */
  public int inhibitory(int layer) {
    return excitatory(layer) + units(layer);
  }

  /** Start of W. */
  public int weights(int layer) {
    return inhibitory(layer) + units(layer);
  }

  /** Start of b. */
  public int bias(int layer) {
    return weights(layer) + senders(layer) * units(layer);
  }

  /** Start of cInt. */
  public int integrator() {
    return layerSize(0) + layerSize(1);
  }

  /** Start of Q. */
  public int feedback(int layer) {
    return integrator() + outputs + (layer == 0 ? 0 : outputs * hidden);
  }

  /** Number of variables. */
  public int size() {
    return feedback(1) + outputs * outputs;
  }
}
