package homeostat.disinhibition.weights;

import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.operation.SplitWeights;
import homeostat.gradient.tape.Products;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import java.util.List;

/**
 * W = Wex - Wix Wei of one layer, [senders][units], with Wix [senders][interneurons] and Wei
 * [interneurons][units]. It begins as the free weights do: Wex = W + Wix Wei, with interneurons
 * strong enough to keep Wex from falling below zero.
 */
record SplitLayer(int senders, int units, int interneurons, List<Parameter> parts, float[] whole) {

  static SplitLayer draw(
      String name, int layer, float[] free, int senders, int interneurons, long seed) {
    int units = free.length / senders;
    WeightDraw draw = new WeightDraw(seed);
    float[] wix = draw.uneven("init-wix", layer, senders * interneurons);
    float[] wei = draw.uneven("init-wei", layer, interneurons * units);
    float[] product = new float[free.length];
    homeostat.kernel.Workspace workspace = new homeostat.kernel.Workspace();
    FloatMatrix in = FloatMatrix.of(wix, senders, interneurons);
    FloatMatrix out = FloatMatrix.of(wei, interneurons, units);
    Kernels kernels = Kernels.active();
    kernels.dense().gemm(1f, in, out, 0f, FloatMatrix.of(product, senders, units), workspace);
    float least = Float.POSITIVE_INFINITY;
    for (float one : product) {
      least = Math.min(least, one);
    }
    float scale = WeightDraw.largest(senders) / least;
    float root = (float) Math.sqrt(scale);
    kernels.elementwise().scale(root, wix, 0, wix.length);
    kernels.elementwise().scale(root, wei, 0, wei.length);
    float[] wex = free.clone();
    kernels.elementwise().axpy(scale, product, 0, wex, 0, wex.length);
    SplitLayer split =
        new SplitLayer(
            senders,
            units,
            interneurons,
            List.of(
                part(name + ".kernel_ex", wex, senders, units),
                part(name + ".kernel_ix", wix, senders, interneurons),
                part(name + ".kernel_ei", wei, interneurons, units)),
            new float[free.length]);
    return split;
  }

  private static Parameter part(String name, float[] values, int rows, int cols) {
    return Parameter.ofValues(name, values, new int[] {rows, cols}, Constraint.NON_NEGATIVE);
  }

  /** W from its parts. Rows here are senders: what is Wei there is Wix here, and the reverse. */
  void join(Products products) {
    SplitWeights.join(
        products,
        of(0, parts.get(0).raw()),
        of(2, parts.get(2).raw()),
        of(1, parts.get(1).raw()),
        FloatMatrix.of(whole, senders, units));
  }

  /** Gradients of the parts, given that of W. */
  void chain(Products products, float[] gradient, Gradients gradients) {
    FloatMatrix dw = FloatMatrix.of(gradient, senders, units);
    float[] dwex = gradients.get(parts.get(0).name());
    System.arraycopy(gradient, 0, dwex, 0, dwex.length);
    SplitWeights.chainOut(
        products, dw, of(2, parts.get(2).raw()), 0f, of(1, gradients.get(parts.get(1).name())));
    SplitWeights.chainIn(
        products, dw, of(1, parts.get(1).raw()), 0f, of(2, gradients.get(parts.get(2).name())));
  }

  private FloatMatrix of(int part, float[] data) {
    int[] shape = parts.get(part).shape();
    return FloatMatrix.of(data, shape[0], shape[1]);
  }
}
