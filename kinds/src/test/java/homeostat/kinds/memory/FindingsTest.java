package homeostat.kinds.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import homeostat.array.Arrays;
import homeostat.kinds.memory.figures.MemoryAnalysis;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is found of a network is found once, of the moment it was made in. */
class FindingsTest {
  private static final int UNITS = 6;

  private final float[] first = weights(1);
  private final float[] now = weights(2);

  private Findings findings() {
    int trials = 2;
    int steps = 5;
    double[] activity = new double[trials * steps * UNITS];
    java.util.Arrays.setAll(activity, i -> Math.sin(i * 1.7));
    Judged judged = new Judged(activity, trials, steps, UNITS, Arrays.builder().build());
    return new Findings(judged, UNITS, new int[0], first, now);
  }

  private static float[] weights(int seed) {
    float[] weights = new float[UNITS * UNITS];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = k % (UNITS + 1) == 0 ? 0 : (float) Math.cos(k * seed);
    }
    return weights;
  }

  @Test
  void trainingThatGoesOnDoesNotChangeThem() {
    MemoryAnalysis before = findings().analysis();
    Findings late = findings();
    java.util.Arrays.fill(first, 1);
    java.util.Arrays.fill(now, 2);
    MemoryAnalysis after = late.analysis();
    assertArrayEquals(before.mean(), after.mean());
    assertArrayEquals(values(before), values(after));
  }

  private static double[] values(MemoryAnalysis analysis) {
    return java.util.stream.Stream.of(analysis.before(), analysis.after())
        .flatMapToDouble(one -> one.values().values().stream().mapToDouble(Double::doubleValue))
        .toArray();
  }

  @Test
  void everyThreadGetsTheSameAnalysis() throws Exception {
    Findings findings = findings();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<MemoryAnalysis>> asked =
          IntStream.range(0, 8).mapToObj(i -> threads.submit(findings::analysis)).toList();
      for (Future<MemoryAnalysis> one : asked) {
        assertSame(findings.analysis(), one.get());
      }
    }
  }
}
