package homeostat.kinds.spiking.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Repeated measurements of one piece of work: wall clock, and processor time of the whole process,
 * which other programs on the machine disturb less.
 */
final class Stopwatch {
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final List<Double> wall = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();

  /** Does the work and remembers how long it took. */
  void time(Runnable work) {
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    wall.add((System.nanoTime() - start) / 1e9);
    processor.add((system.getProcessCpuTime() - cpu) / 1e9);
  }

  /** Median wall-clock time, s. */
  double seconds() {
    return median(wall);
  }

  /** Median processor time of all threads, s. */
  double cpuSeconds() {
    return median(processor);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
