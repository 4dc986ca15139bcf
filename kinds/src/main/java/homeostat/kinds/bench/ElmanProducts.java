package homeostat.kinds.bench;

import static homeostat.kinds.bench.ProductFloor.matrix;

import homeostat.gradient.tape.Products;
import homeostat.kernel.FloatMatrix;

/**
 * The matrix products of an Elman network on a batch whose trials begin at 0: none with the first
 * state.
 *
 * @param inputs columns of the input
 * @param units size of the state
 * @param outputs columns of the readout
 * @param batch trials
 * @param steps length of the trials
 * @param answered steps at which the readout answers: the last ones
 * @param learns whether the products of the backward pass are done too
 */
public record ElmanProducts(
    int inputs, int units, int outputs, int batch, int steps, int answered, boolean learns) {

  /** The products by themselves. */
  public ProductFloor floor(Products engine) {
    ProductFloor floor = new ProductFloor(engine);
    FloatMatrix h = matrix(steps * batch, units);
    FloatMatrix d = matrix(steps * batch, units);
    FloatMatrix data = matrix(steps * batch, inputs);
    FloatMatrix w = matrix(units, units);
    floor.add(data, matrix(units, inputs).transpose(), h);
    for (int t = 1; t < steps; t++) {
      floor.add(matrix(batch, units), w.transpose(), h.block(t * batch, 0, batch, units));
      if (learns) {
        floor.add(d.block(t * batch, 0, batch, units), w, matrix(batch, units));
      }
    }
    if (learns) {
      int later = (steps - 1) * batch;
      floor.add(
          d.block(batch, 0, later, units).transpose(),
          h.block(0, 0, later, units),
          matrix(units, units));
      floor.add(d.transpose(), data, matrix(units, inputs));
    }
    floor.layer(matrix(answered * batch, units), outputs, learns, learns);
    return floor;
  }
}
