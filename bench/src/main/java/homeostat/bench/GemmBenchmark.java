package homeostat.bench;

import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Stream;
import homeostat.kernel.Workspace;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Square matrix products; the counter {@code gflop} is in 10^9 operations a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class GemmBenchmark {
  /** Rows and columns of each matrix. */
  @Param({"64", "128", "256", "512"})
  public int n;

  private final Workspace workspace = new Workspace();
  private FloatMatrix a = FloatMatrix.of(new float[0], 0, 0);
  private FloatMatrix b = a;
  private FloatMatrix c = a;
  private DoubleMatrix wideA = DoubleMatrix.of(new double[0], 0, 0);
  private DoubleMatrix wideB = wideA;
  private DoubleMatrix wideC = wideA;
  private float[] x = new float[0];
  private float[] y = new float[0];

  /** What a second of the benchmark has done. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Work {
    /** 10^9 floating-point operations. */
    public double gflop;

    /** Starts an iteration at nothing. */
    @Setup(Level.Iteration)
    public void reset() {
      gflop = 0;
    }
  }

  /** Random matrices. */
  @Setup
  public void fill() {
    float[] values = new float[2 * n * n];
    Stream.of(1, "bench").fillUniform(values, 0, values.length, 0);
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    a = new FloatMatrix(values, 0, n, n, n, false);
    b = new FloatMatrix(values, n * n, n, n, n, false);
    c = FloatMatrix.of(new float[n * n], n, n);
    wideA = new DoubleMatrix(wide, 0, n, n, n, false);
    wideB = new DoubleMatrix(wide, n * n, n, n, n, false);
    wideC = DoubleMatrix.of(new double[n * n], n, n);
    x = new float[n];
    y = new float[n];
  }

  /** float32, neither operand transposed. */
  @Benchmark
  public float[] floats(Work work) {
    Kernels.active().dense().gemm(1, a, b, 0, c, workspace);
    work.gflop += 2e-9 * n * n * n;
    return c.data();
  }

  /** float32, both operands transposed. */
  @Benchmark
  public float[] floatsTransposed(Work work) {
    Kernels.active().dense().gemm(1, a.transpose(), b.transpose(), 0, c, workspace);
    work.gflop += 2e-9 * n * n * n;
    return c.data();
  }

  /** float64, neither operand transposed. */
  @Benchmark
  public double[] doubles(Work work) {
    Kernels.active().dense().gemm(1, wideA, wideB, 0, wideC, workspace);
    work.gflop += 2e-9 * n * n * n;
    return wideC.data();
  }

  /** float32 matrix times vector. */
  @Benchmark
  public float[] vector(Work work) {
    Kernels.active().dense().gemv(1, a, x, 0, 0, y, 0);
    work.gflop += 2e-9 * n * n;
    return y;
  }
}
