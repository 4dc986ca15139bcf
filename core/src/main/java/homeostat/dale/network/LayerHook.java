package homeostat.dale.network;

import homeostat.gradient.tape.Var;

/** Changes what enters the non-linearity of hidden layers, for example to adapt it to new data. */
@FunctionalInterface
public interface LayerHook {

  /**
   * What enters the non-linearity instead.
   *
   * @param layer name of the layer
   * @param z what would enter [batch][unit]
   */
  Var before(String layer, Var z);

  /** Changes nothing. */
  static LayerHook none() {
    return (_, z) -> z;
  }
}
