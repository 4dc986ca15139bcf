package homeostat.bench;

import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Kernels;
import homeostat.kernel.Stream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Wiring of 5000 neurons at density 0.074, a batch of 112: milliseconds a product. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class SparseBenchmark {
  private static final int NEURONS = 5000;
  private static final int WIDTH = 112;

  /** Probability of a spike of one neuron in one trial. */
  @Param({"0.001", "0.01"})
  public double rate = 0.001;

  private Csr wiring = new Csr(0, 0, new int[1], new int[0], new float[0]);
  private final float[] x = new float[NEURONS * WIDTH];
  private final float[] y = new float[NEURONS * WIDTH];
  private final int[] senders = new int[NEURONS * WIDTH];
  private final int[] lanes = new int[NEURONS * WIDTH];
  private int events;

  /** Random wiring, panels and events. */
  @Setup
  public void fill() {
    float[] uniforms = new float[NEURONS * NEURONS];
    Stream.of(1, "wiring").fillUniform(uniforms, 0, uniforms.length, 0);
    boolean[] present = new boolean[uniforms.length];
    for (int e = 0; e < present.length; e++) {
      present[e] = uniforms[e] < 0.074f;
    }
    wiring = Csr.dense(NEURONS, NEURONS, uniforms, present);
    Stream.of(1, "panel").fillUniform(x, 0, x.length, 0);
    Draws draws = Stream.of(1, "events").draws();
    events = 0;
    for (int i = 0; i < NEURONS; i++) {
      for (int b = 0; b < WIDTH; b++) {
        if (draws.bernoulli(rate)) {
          senders[events] = i;
          lanes[events++] = b;
        }
      }
    }
  }

  /** The scatter from senders to receivers. */
  @Benchmark
  public float[] forward() {
    Kernels.active().sparsePanels().forward(wiring, wiring.values(), x, y, WIDTH, 0, WIDTH);
    return y;
  }

  /** The transposed product, a gather. */
  @Benchmark
  public float[] backward() {
    Kernels.active().sparsePanels().backward(wiring, wiring.values(), x, y, WIDTH, 0, WIDTH);
    return y;
  }

  /** The scatter of spikes only. */
  @Benchmark
  public float[] events() {
    Kernels.active()
        .sparsePanels()
        .events(wiring, wiring.values(), senders, lanes, events, y, WIDTH);
    return y;
  }
}
