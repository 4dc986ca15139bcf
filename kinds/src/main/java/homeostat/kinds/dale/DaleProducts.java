package homeostat.kinds.dale;

import static homeostat.kinds.bench.ProductFloor.matrix;

import homeostat.dale.network.Architecture;
import homeostat.dale.network.DaleNetwork;
import homeostat.dale.recurrent.DaleSequence;
import homeostat.gradient.tape.Products;
import homeostat.kernel.FloatMatrix;
import homeostat.kinds.bench.ProductFloor;

/** The matrix products of a training step of a Dale network. */
final class DaleProducts {
  private DaleProducts() {}

  /** Of a feed-forward network. */
  static ProductFloor of(DaleNetwork network, int batch, Products engine) {
    ProductFloor floor = new ProductFloor(engine);
    for (int i = 0; i < network.layers(); i++) {
      int inputs = network.widths().get(i);
      int units = network.widths().get(i + 1);
      boolean last = i == network.layers() - 1;
      Architecture kind =
          last && network.architecture() != Architecture.MLP
              ? Architecture.DANN
              : network.architecture();
      FloatMatrix x = matrix(batch, inputs);
      floor.layer(x, units, i > 0, true);
      if (kind != Architecture.MLP) {
        int inhibitory = network.inhibitory(i);
        floor.layer(x, inhibitory, i > 0 && kind == Architecture.DANN, true);
        boolean trained = kind == Architecture.DANN;
        floor.layer(matrix(batch, inhibitory), units, true, trained);
      }
      if (kind == Architecture.HOMEO_FULL) {
        floor.layer(x, units, false, true);
      }
    }
    return floor;
  }

  /** Of two recurrent cells and their readout. */
  static ProductFloor of(DaleSequence network, int steps, int batch, Products engine) {
    ProductFloor floor = new ProductFloor(engine);
    int teachers = network.homeostasis().isPresent() ? 2 : 1;
    int inputs = network.inputs();
    for (int i = 0; i < network.widths().size(); i++) {
      int units = network.widths().get(i);
      FloatMatrix x = matrix(steps * batch, inputs);
      FloatMatrix h = matrix(steps * batch, units);
      floor.add(x, matrix(units, inputs).transpose(), h);
      FloatMatrix w = matrix(units, units);
      FloatMatrix state = matrix(batch, units);
      for (int t = 0; t < steps; t++) {
        floor.add(state, w.transpose(), matrix(batch, units));
      }
      for (int teacher = 0; teacher < teachers; teacher++) {
        for (int t = 1; t < steps; t++) {
          floor.add(state, w, matrix(batch, units));
        }
        floor.add(h.transpose(), h, matrix(units, units));
        floor.add(h.transpose(), x, matrix(units, inputs));
      }
      if (i > 0) {
        floor.add(h, matrix(units, inputs), matrix(steps * batch, inputs));
      }
      inputs = units;
    }
    floor.layer(matrix(batch, inputs), network.outputs(), true, true);
    return floor;
  }
}
