package homeostat.disinhibition.rule;

import homeostat.disinhibition.circuit.Weights;
import homeostat.kernel.Kernels;
import homeostat.kernel.Reductions;

/** How far one gradient points where another does, layer by layer. */
public final class Alignment {
  private Alignment() {}

  /**
   * The cosine between two gradients of each hidden layer, kernel and bias together, and of the
   * readout; NaN where one of them is zero.
   */
  public static double[] cosines(Weights one, Weights other) {
    Reductions sums = Kernels.active().reductions();
    double[] cosines = new double[one.kernels().size()];
    for (int l = 0; l < cosines.length; l++) {
      double[] products = new double[3];
      add(sums, one.kernels().get(l), other.kernels().get(l), products);
      if (l < one.biases().size()) {
        add(sums, one.biases().get(l), other.biases().get(l), products);
      }
      double norms = Math.sqrt(products[1]) * Math.sqrt(products[2]);
      cosines[l] = norms == 0 ? Double.NaN : Math.clamp(products[0] / norms, -1.0, 1.0);
    }
    return cosines;
  }

  private static void add(Reductions sums, float[] x, float[] y, double[] products) {
    products[0] += sums.dotDouble(x, 0, y, 0, x.length);
    products[1] += sums.sumSquaresDouble(x, 0, x.length);
    products[2] += sums.sumSquaresDouble(y, 0, y.length);
  }
}
