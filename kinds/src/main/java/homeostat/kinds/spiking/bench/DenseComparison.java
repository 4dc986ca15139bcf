package homeostat.kinds.spiking.bench;

import homeostat.kernel.Parallel;
import homeostat.kinds.bench.Stopwatch;
import homeostat.lab.Row;
import homeostat.spiking.LogGradient;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.learning.Optimisable;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulator beside {@link DenseChunk}, on the same chunk.
 *
 * @param neurons size of the network
 * @param batch batch elements
 * @param seconds of the simulator, forward and backward
 * @param denseSeconds of the dense computation, forward and backward
 * @param gradientError norm of the gradients' difference over the norm of the dense one
 * @param differentSpikes cells (element, step, neuron) in which one has a spike and the other not
 */
record DenseComparison(
    int neurons,
    int batch,
    double seconds,
    double denseSeconds,
    double gradientError,
    long differentSpikes) {
  private static final int WARM_UP = 20;

  static DenseComparison of(
      int neurons,
      int inputs,
      int batch,
      int steps,
      long seed,
      Optimisable trained,
      int repeats,
      Parallel parallel) {
    BenchNetwork bench = BenchNetwork.of(neurons, inputs, seed);
    BenchChunk chunk = new BenchChunk(bench, batch, steps, steps, seed, trained, WARM_UP, parallel);
    Stopwatch forward = new Stopwatch();
    Stopwatch loss = new Stopwatch();
    Stopwatch backward = new Stopwatch();
    BenchChunk.Outcome outcome = chunk.run(forward, loss, backward);
    DenseChunk dense = new DenseChunk(bench.network(), chunk.factors(), chunk.input());
    Stopwatch plain = new Stopwatch();
    List<LogGradient> gradients = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      outcome = chunk.run(forward, loss, backward);
      var direct = outcome.losses().direct();
      plain.time(() -> {
        dense.forward(chunk.start());
        gradients.add(dense.backward(direct, trained));
      });
    }
    return new DenseComparison(
        neurons,
        batch,
        forward.seconds() + backward.seconds(),
        plain.seconds(),
        error(outcome.gradient(), gradients.getLast()),
        differences(outcome.record().spikes(), dense));
  }

  private static double error(LogGradient ours, LogGradient dense) {
    double difference = 0;
    double norm = 0;
    List<double[]> mine = ours.parts();
    List<double[]> plain = dense.parts();
    for (int part = 0; part < mine.size(); part++) {
      for (int i = 0; i < mine.get(part).length; i++) {
        double d = mine.get(part)[i] - plain.get(part)[i];
        difference += d * d;
        norm += plain.get(part)[i] * plain.get(part)[i];
      }
    }
    return StrictMath.sqrt(difference / norm);
  }

  private static long differences(SpikeTrains spikes, DenseChunk dense) {
    byte[] ours = spikes.toDense();
    long different = 0;
    int at = 0;
    for (int b = 0; b < spikes.batch(); b++) {
      for (int t = 0; t < spikes.steps(); t++) {
        for (int j = 0; j < spikes.neurons(); j++) {
          different += (ours[at++] != 0) == dense.spikes(b, t, j) ? 0 : 1;
        }
      }
    }
    return different;
  }

  void addTo(Row row) {
    row.put("dense_neurons", neurons);
    row.put("dense_batch", batch);
    row.put("sparse_s", seconds);
    row.put("dense_s", denseSeconds);
    row.put("dense_over_sparse", denseSeconds / seconds);
    row.put("gradient_relative_error", gradientError);
    row.put("different_spikes", differentSpikes);
  }
}
