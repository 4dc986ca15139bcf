package homeostat.gradient.operation;

import homeostat.gradient.tape.Recording;
import homeostat.kernel.Csr;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Lanes;
import java.util.Arrays;

/**
 * The products of a recurrent matrix, 0 outside of a topology, with the states of a batch: work in
 * proportion to the connections. The kernels take panels [unit][batch]; states are [batch][unit].
 */
final class SparseRecurrence implements Recurrence {
  private final Recording recording;
  private final Kernels kernels;
  private final Activation activation;
  private final int steps;
  private final float[] first;
  private final Csr topology;
  private final int units;
  private final int batch;
  private final int width;
  private final int[] places;
  private final float[] values;
  private final float[] from;
  private final float[] to;
  private final float[] scratch;

  /**
   * @param first h(-1) of each trial, [batch][unit]; read in every pass
   * @param topology [sender][receiver]
   */
  SparseRecurrence(
      Recording recording, Activation activation, int steps, FloatMatrix first, Csr topology) {
    this.recording = recording;
    this.kernels = recording.kernels();
    this.activation = activation;
    this.steps = steps;
    this.first = first.data();
    this.topology = topology;
    batch = first.rows();
    units = topology.rows();
    width = Math.ceilDiv(batch, Lanes.FLOATS) * Lanes.FLOATS;
    places = new int[topology.entries()];
    int[] senders = topology.rowOfEntry();
    Arrays.setAll(places, e -> topology.columns()[e] * units + senders[e]);
    values = new float[places.length];
    from = new float[units * width];
    to = new float[units * width];
    scratch = activation.scratch(batch * units);
  }

  @Override
  public void forward(boolean fromZero) {
    float[] w = recording.in(2).value();
    for (int e = 0; e < places.length; e++) {
      values[e] = w[places[e]];
    }
    float[] out = recording.out().value();
    Rows.fill(recording.in(3).value(), out);
    recording
        .products()
        .gemm(recording.in(0).matrix(), recording.in(1).transposed(), 1f, recording.out().matrix());
    int size = batch * units;
    for (int t = 0; t < steps; t++) {
      if (t > 0) {
        forward(out, (t - 1) * size, out, t * size);
      } else if (!fromZero) {
        forward(first, 0, out, 0);
      }
      activation.apply(kernels, out, t * size, size);
    }
  }

  /** out[b] <- out[b] + W states[b], each beginning at a row of [batch][unit]. */
  private void forward(float[] states, int at, float[] out, int outAt) {
    panel(states, at);
    Arrays.fill(to, 0);
    kernels.sparsePanels().forward(topology, values, from, to, width, 0, width);
    add(out, outAt);
  }

  @Override
  public void backward() {
    float[] d = recording.out().adjoint();
    int size = batch * units;
    for (int t = steps - 1; t >= 0; t--) {
      activation.chain(kernels, recording.out().value(), d, t * size, size, scratch);
      if (t > 0) {
        backward(d, t * size, (t - 1) * size);
      }
    }
  }

  /** d[earlier] <- d[earlier] + W' d[later]. */
  private void backward(float[] d, int later, int earlier) {
    panel(d, later);
    Arrays.fill(to, 0);
    kernels.sparsePanels().backward(topology, values, from, to, width, 0, width);
    add(d, earlier);
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
