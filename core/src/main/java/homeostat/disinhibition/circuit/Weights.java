package homeostat.disinhibition.circuit;

import homeostat.kernel.FloatMatrix;
import java.util.List;

/**
 * Weights as a model sees them. Shared arrays: training changes them in place.
 *
 * @param layers sizes
 * @param kernels W of each hidden layer and of the readout, [senders][units]
 * @param biases b of each hidden layer, [units]; the readout has none
 */
public record Weights(Layers layers, List<float[]> kernels, List<float[]> biases) {
  public Weights {
    kernels = List.copyOf(kernels);
    biases = List.copyOf(biases);
    if (kernels.size() != layers.depth() + 1 || biases.size() != layers.depth()) {
      throw new IllegalArgumentException(
          kernels.size() + " kernels and " + biases.size() + " biases do not fit " + layers);
    }
    for (int l = 0; l <= layers.depth(); l++) {
      if (kernels.get(l).length != layers.senders(l) * layers.units(l)
          || (l < layers.depth() && biases.get(l).length != layers.units(l))) {
        throw new IllegalArgumentException("weights of layer " + l + " do not fit " + layers);
      }
    }
  }

  /** Zeros of the same shapes. */
  public Weights zeros() {
    return new Weights(
        layers,
        kernels.stream().map(kernel -> new float[kernel.length]).toList(),
        biases.stream().map(bias -> new float[bias.length]).toList());
  }

  /** W of layer l, [senders][units]; of l = depth, the readout. */
  public FloatMatrix matrix(int l) {
    return FloatMatrix.of(kernels.get(l), layers.senders(l), layers.units(l));
  }
}
