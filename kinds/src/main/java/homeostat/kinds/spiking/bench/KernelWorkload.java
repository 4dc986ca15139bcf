package homeostat.kinds.spiking.bench;

import homeostat.kernel.Csr;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Stream;
import homeostat.kernel.Workspace;
import homeostat.kinds.bench.Settings;
import homeostat.kinds.bench.Stopwatch;
import homeostat.lab.BenchWorkload;
import homeostat.lab.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The float32 kernels alone: the implementation in use beside its scalar twin, with a checksum of
 * each result. Both give the same bits, so equal checksums are part of the measurement.
 */
public final class KernelWorkload implements BenchWorkload {
  /** Lanes of a sparse panel, as in a block of the spiking simulator. */
  private static final int LANES = 16;

  @Override
  public String subject() {
    return "kernel";
  }

  @Override
  public String summary() {
    return "matrix product of n, functions and random numbers of n * n elements, sparse panels of n "
        + "neurons: the kernels in use and the scalar ones";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("n", "512");
    defaults.put("density", "0.074");
    defaults.put("warm_up_ms", "1000");
    defaults.put("repeats", "9");
    defaults.put("seed", "43");
    return defaults;
  }

  @Override
  public Row run(Map<String, String> values) {
    Settings settings = new Settings(subject(), values);
    int n = settings.whole("n", 1, 4096);
    double density = settings.fraction("density");
    Clock clock =
        new Clock(settings.whole("warm_up_ms", 0, 60_000), settings.whole("repeats", 1, 10_000));
    long seed = settings.number("seed");
    Row row = new Row().put("precision", "float32");
    Data data = Data.of(n, density, seed);
    measure(Kernels.active(), Kernels.active().name().replaceAll("-.*", ""), data, clock, row);
    if (!Kernels.active().name().equals("scalar")) {
      measure(Kernels.scalar("to compare with"), "scalar", data, clock, row);
    }
    return row;
  }

  /** Operands; a and x hold uniforms in [0, 1). */
  private record Data(int n, Stream stream, float[] a, float[] b, Csr wiring, float[] panel) {

    static Data of(int n, double density, long seed) {
      Stream stream = Stream.of(seed, "bench-kernel");
      float[] a = uniforms(stream.at(0), n * n);
      float[] chosen = uniforms(stream.at(1), n * n);
      boolean[] present = new boolean[n * n];
      for (int e = 0; e < present.length; e++) {
        present[e] = chosen[e] < density;
      }
      return new Data(
          n,
          stream,
          a,
          uniforms(stream.at(2), n * n),
          Csr.dense(n, n, a, present),
          uniforms(stream.at(3), n * LANES));
    }

    private static float[] uniforms(Stream stream, int count) {
      float[] values = new float[count];
      stream.fillUniform(values, 0, count, 0);
      return values;
    }
  }

  private static void measure(Kernels kernels, String name, Data data, Clock clock, Row row) {
    int n = data.n();
    int cells = n * n;
    float[] c = new float[cells];
    float[] out = new float[n * LANES];
    Workspace workspace = new Workspace();
    FloatMatrix left = FloatMatrix.of(data.a(), n, n);
    FloatMatrix right = FloatMatrix.of(data.b(), n, n);
    FloatMatrix product = FloatMatrix.of(c, n, n);
    CRC32 checksum = new CRC32();
    double products = 2.0 * n * n * n;
    double seconds =
        clock.seconds(() -> kernels.dense().gemm(1, left, right, 0, product, workspace));
    row.put(name + "_gemm_gflops", products / seconds / 1e9);
    Checksums.add(checksum, c);
    seconds = clock.seconds(() -> kernels.transcendental().tanh(data.a(), 0, c, 0, cells));
    row.put(name + "_tanh_ns", seconds / cells * 1e9);
    Checksums.add(checksum, c);
    seconds = clock.seconds(() -> kernels.transcendental().exp(data.a(), 0, c, 0, cells));
    row.put(name + "_exp_ns", seconds / cells * 1e9);
    Checksums.add(checksum, c);
    Stream stream = data.stream();
    seconds =
        clock.seconds(() -> kernels.uniforms().fill(stream.key(), stream.branch(), 0, c, 0, cells));
    row.put(name + "_uniform_ns", seconds / cells * 1e9);
    Checksums.add(checksum, c);
    Csr w = data.wiring();
    double panelWork = (double) Math.max(1, w.entries()) * LANES;
    seconds =
        clock.seconds(() -> {
          java.util.Arrays.fill(out, 0);
          kernels.sparsePanels().forward(w, w.values(), data.panel(), out, LANES, 0, LANES);
        });
    row.put(name + "_sparse_forward_gflops", 2 * panelWork / seconds / 1e9);
    Checksums.add(checksum, out);
    seconds =
        clock.seconds(() -> {
          java.util.Arrays.fill(out, 0);
          kernels.sparsePanels().backward(w, w.values(), data.panel(), out, LANES, 0, LANES);
        });
    row.put(name + "_sparse_backward_gflops", 2 * panelWork / seconds / 1e9);
    Checksums.add(checksum, out);
    row.put(name + "_checksum", checksum.getValue());
  }

  /**
   * How long a kernel is warmed up, and how often it is measured then.
   *
   * @param warmUp ms of processor time: the compiler works beside the first calls
   * @param repeats of which the median counts
   */
  private record Clock(int warmUp, int repeats) {

    double seconds(Runnable work) {
      Stopwatch warming = new Stopwatch();
      do {
        warming.time(work);
      } while (warming.totalCpuSeconds() < warmUp / 1e3);
      Stopwatch watch = new Stopwatch();
      for (int i = 0; i < repeats; i++) {
        watch.time(work);
      }
      return watch.seconds();
    }
  }
}
