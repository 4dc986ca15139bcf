package homeostat.gradient.operation;

import homeostat.kernel.Csr;
import homeostat.kernel.Kernels;
import homeostat.kernel.Lanes;
import java.util.Arrays;

/**
 * The products of a recurrent matrix, 0 outside of a topology, with the states of a batch: work in
 * proportion to the connections. The kernels take panels [unit][batch]; states are [batch][unit].
 */
final class SparseRecurrence {
  private final Kernels kernels;
  private final Csr topology;
  private final int units;
  private final int batch;
  private final int width;
  private final int[] places;
  private final float[] values;
  private final float[] from;
  private final float[] to;

  /**
   * @param topology [sender][receiver]
   */
  SparseRecurrence(Csr topology, int batch, Kernels kernels) {
    this.kernels = kernels;
    this.topology = topology;
    this.batch = batch;
    units = topology.rows();
    width = Math.ceilDiv(batch, Lanes.FLOATS) * Lanes.FLOATS;
    places = new int[topology.entries()];
    int[] senders = topology.rowOfEntry();
    Arrays.setAll(places, e -> topology.columns()[e] * units + senders[e]);
    values = new float[places.length];
    from = new float[units * width];
    to = new float[units * width];
  }

  /** Takes the weights, [receiver][sender]. */
  void load(float[] weights) {
    for (int e = 0; e < places.length; e++) {
      values[e] = weights[places[e]];
    }
  }

  /** out[b] <- out[b] + W states[b], each beginning at a row of [batch][unit]. */
  void forward(float[] states, int at, float[] out, int outAt) {
    panel(states, at);
    Arrays.fill(to, 0);
    kernels.sparsePanels().forward(topology, values, from, to, width, 0, width);
    add(out, outAt);
  }

  /** earlier[b] <- earlier[b] + W' adjoint[b]. */
  void backward(float[] adjoint, int at, float[] earlier, int earlierAt) {
    panel(adjoint, at);
    Arrays.fill(to, 0);
    kernels.sparsePanels().backward(topology, values, from, to, width, 0, width);
    add(earlier, earlierAt);
  }

  private void panel(float[] rows, int at) {
    for (int b = 0; b < batch; b++) {
      int row = at + b * units;
      for (int i = 0; i < units; i++) {
        from[i * width + b] = rows[row + i];
      }
    }
  }

  private void add(float[] rows, int at) {
    for (int b = 0; b < batch; b++) {
      int row = at + b * units;
      for (int i = 0; i < units; i++) {
        rows[row + i] += to[i * width + b];
      }
    }
  }
}
