package homeostat.bench;

import homeostat.kernel.Kernels;
import homeostat.kernel.Stream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Elementary functions and random numbers: nanoseconds an element. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FunctionBenchmark.N)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class FunctionBenchmark {
  static final int N = 16_384;

  /** Which kernels. */
  @Param({"active", "scalar"})
  public String kernels = "active";

  private Kernels chosen = Kernels.active();
  private final float[] x = new float[N];
  private final float[] y = new float[N];
  private final double[] wideX = new double[N];
  private final double[] wideY = new double[N];

  /** Arguments in [0, 1), where a logarithm exists too. */
  @Setup
  public void fill() {
    chosen = kernels.equals("scalar") ? Kernels.scalar("benchmark") : Kernels.active();
    Stream.of(1, "bench").fillUniform(x, 0, N, 0);
    for (int i = 0; i < N; i++) {
      wideX[i] = x[i];
    }
  }

  /** float32 exp. */
  @Benchmark
  public float[] exp() {
    chosen.transcendental().exp(x, 0, y, 0, N);
    return y;
  }

  /** float32 ln. */
  @Benchmark
  public float[] log() {
    chosen.transcendental().log(x, 0, y, 0, N);
    return y;
  }

  /** float32 tanh. */
  @Benchmark
  public float[] tanh() {
    chosen.transcendental().tanh(x, 0, y, 0, N);
    return y;
  }

  /** float32 softplus. */
  @Benchmark
  public float[] softplus() {
    chosen.transcendental().softplus(x, 0, y, 0, N);
    return y;
  }

  /** float64 exp. */
  @Benchmark
  public double[] expDouble() {
    chosen.transcendental().exp(wideX, 0, wideY, 0, N);
    return wideY;
  }

  /** float64 tanh. */
  @Benchmark
  public double[] tanhDouble() {
    chosen.transcendental().tanh(wideX, 0, wideY, 0, N);
    return wideY;
  }

  /** Uniform float32 of the counter-based generator. */
  @Benchmark
  public float[] uniforms() {
    chosen.uniforms().fill(1, 2, 3, y, 0, N);
    return y;
  }
}
