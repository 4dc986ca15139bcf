package homeostat.kinds.spiking.bench;

import static java.util.Objects.requireNonNull;

import homeostat.kernel.Parallel;
import homeostat.kinds.bench.Settings;
import homeostat.kinds.bench.Stopwatch;
import homeostat.lab.BenchWorkload;
import homeostat.lab.Row;
import homeostat.lab.UserError;
import homeostat.spiking.LogGradient;
import homeostat.spiking.Recording;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.learning.Optimisable;
import homeostat.spiking.simulation.Simulator;
import homeostat.spiking.statistics.SpikeStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A chunk of the published Stage 2 network: forward, two losses, adjoint. The network is untrained
 * and has run for some chunks, so that its activity is what a training starts from; time depends on
 * activity, so numbers taken outside of 0.2 to 20 Hz are marked as not comparable.
 */
public final class SpikingWorkload implements BenchWorkload {
  private static final Map<String, Optimisable> MODES =
      new TreeMap<>(
          Map.of(
              "scaling_factors",
              Optimisable.SCALING_FACTORS,
              "weights",
              Optimisable.WEIGHTS,
              "inference",
              Optimisable.NONE));
  private static final int WARM_UP = 20;
  private static final double QUIETEST = 0.2;
  private static final double LOUDEST = 20;
  private static final int DENSE_NEURONS = 1000;
  private static final int DENSE_INPUTS = 300;
  private static final int DENSE_BATCH = 16;

  /** Neurons times batch elements of the published size, which is warmed up for all chunks. */
  private static final double PUBLISHED_CELLS = 5e5;

  @Override
  public String subject() {
    return "spiking";
  }

  @Override
  public String summary() {
    return "a chunk of the Stage 2 network: forward and the adjoint of scaling factors or weights "
        + "(mode=scaling_factors, weights), or forward only (mode=inference); "
        + "segment=N keeps the tape of N steps at a time; "
        + "baseline=dense adds the plain dense computation, of at most "
        + DENSE_NEURONS
        + " neurons, "
        + DENSE_INPUTS
        + " inputs and a batch of "
        + DENSE_BATCH;
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("neurons", "5000");
    defaults.put("inputs", "1500");
    defaults.put("batch", "100");
    defaults.put("steps", "100");
    defaults.put("threads", "1");
    defaults.put("mode", "scaling_factors");
    defaults.put("repeats", "5");
    defaults.put("seed", "43");
    defaults.put("segment", "0");
    defaults.put("baseline", "none");
    return defaults;
  }

  @Override
  public Row run(Map<String, String> values) {
    Settings settings = new Settings(subject(), values);
    int neurons = settings.whole("neurons", 20, 100_000);
    int inputs = settings.whole("inputs", 1, 100_000);
    int batch = settings.whole("batch", 1, 10_000);
    int steps = settings.whole("steps", 1, 100_000);
    int threads = settings.whole("threads", 1, 1024);
    int repeats = settings.whole("repeats", 1, 1000);
    long seed = settings.number("seed");
    Optimisable trained =
        requireNonNull(MODES.get(settings.word("mode", List.copyOf(MODES.keySet()))));
    boolean adjoint = trained != Optimisable.NONE;
    boolean dense = settings.word("baseline", List.of("none", "dense")).equals("dense");
    int kept = settings.whole("segment", 0, 100_000);
    int segment = kept == 0 || kept > steps ? steps : kept;
    if (segment % 2 == 1 && segment < steps) {
      throw new UserError("segment = " + segment + ": a segment has an even number of steps");
    }
    int warmUp =
        (int) Math.clamp(WARM_UP * PUBLISHED_CELLS / ((double) neurons * batch), 5, WARM_UP);
    try (Parallel parallel = new Parallel(threads)) {
      BenchNetwork bench = BenchNetwork.of(neurons, inputs, seed);
      BenchChunk chunk =
          new BenchChunk(bench, batch, steps, segment, seed, trained, warmUp, parallel);
      Row row = measured(bench, chunk, adjoint, repeats);
      row.put("precision", "float32");
      row.put("warm_up_chunks", warmUp);
      row.put(
          "network_bytes",
          bench.network().bytes()
              + Simulator.bytes(
                  bench.network().slots().slots(),
                  bench.network().physiology().groups(),
                  bench.network().physiology().synapses(),
                  batch,
                  steps,
                  segment,
                  adjoint ? Recording.ADJOINT : Recording.SPIKES));
      if (dense) {
        DenseComparison.of(
                Math.min(neurons, DENSE_NEURONS),
                Math.min(inputs, DENSE_INPUTS),
                Math.min(batch, DENSE_BATCH),
                steps,
                seed,
                adjoint ? trained : Optimisable.SCALING_FACTORS,
                repeats,
                parallel)
            .addTo(row);
      }
      return row;
    }
  }

  private static Row measured(BenchNetwork bench, BenchChunk chunk, boolean adjoint, int repeats) {
    Stopwatch forward = new Stopwatch();
    Stopwatch loss = new Stopwatch();
    Stopwatch backward = new Stopwatch();
    BenchChunk.Outcome outcome = chunk.run(forward, loss, backward);
    for (int repeat = 1; repeat < repeats; repeat++) {
      outcome = chunk.run(forward, loss, backward);
    }
    Row row = new Row().put("forward_s", forward.seconds()).put("loss_s", loss.seconds());
    double cpu = forward.cpuSeconds() + loss.cpuSeconds();
    if (adjoint) {
      row.put("backward_s", backward.seconds());
      cpu += backward.cpuSeconds();
      row.put("backward_cpu_s", backward.cpuSeconds());
    }
    row.put("forward_cpu_s", forward.cpuSeconds());
    row.put("chunk_cpu_s", cpu);
    outcome.losses().values().forEach(row::put);
    if (adjoint) {
      row.put("grad_norm", norm(outcome.gradient()));
    }
    activity(bench, outcome, row);
    row.put("synapses", (long) bench.network().recurrent().entries());
    row.put("checksum", checksum(outcome));
    return row;
  }

  private static void activity(BenchNetwork bench, BenchChunk.Outcome outcome, Row row) {
    SpikeTrains spikes = outcome.record().spikes();
    row.put("spikes", (long) spikes.times().length);
    SpikeStatistics statistics =
        new SpikeStatistics(
            spikes,
            bench.network().cellTypes(),
            bench.network().physiology().types(),
            outcome.record().dt());
    SpikeStatistics.Rates[] rates = statistics.ratesByType();
    double seconds = outcome.record().seconds() * spikes.batch();
    row.put("mean_hz", spikes.times().length / (seconds * spikes.neurons()));
    for (int c = 0; c < rates.length; c++) {
      row.put(bench.network().physiology().cells().get(c).name() + "_hz", rates[c].mean());
    }
    double excitatory = rates[0].mean();
    boolean comparable = excitatory >= QUIETEST && excitatory <= LOUDEST;
    row.put("comparable", String.valueOf(comparable));
    if (!comparable) {
      row.put(
          "note",
          "excitatory cells fire at "
              + excitatory
              + " Hz, outside of "
              + QUIETEST
              + " to "
              + LOUDEST
              + " Hz: time depends on activity, do not compare");
    }
  }

  private static double norm(LogGradient gradient) {
    double squares = 0;
    for (double[] part : gradient.parts()) {
      for (double g : part) {
        squares += g * g;
      }
    }
    return StrictMath.sqrt(squares);
  }

  /** Of all spikes and of the gradient's bits. */
  private static long checksum(BenchChunk.Outcome outcome) {
    CRC32 crc = new CRC32();
    SpikeTrains spikes = outcome.record().spikes();
    Checksums.add(crc, spikes.offsets());
    Checksums.add(crc, spikes.times());
    for (double[] part : outcome.gradient().parts()) {
      Checksums.add(crc, part);
    }
    return crc.getValue();
  }
}
