package homeostat.kinds.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Repeated measurements of one piece of work: wall clock, and processor time of the whole process,
 * which other programs on the machine disturb less.
 */
public final class Stopwatch {
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Double> wall = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();
  private final List<Double> caller = new ArrayList<>();

  /** Does the work and remembers how long it took. */
  public void time(Runnable work) {
    long cpu = system.getProcessCpuTime();
    long own = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    work.run();
    wall.add((System.nanoTime() - start) / 1e9);
    caller.add((threads.getCurrentThreadCpuTime() - own) / 1e9);
    processor.add((system.getProcessCpuTime() - cpu) / 1e9);
  }

  /** Median wall-clock time, s. */
  public double seconds() {
    return median(wall);
  }

  /** Median processor time of all threads, s. */
  public double cpuSeconds() {
    return median(processor);
  }

  /** Processor time of all that was measured, s. */
  public double totalCpuSeconds() {
    return processor.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Median processor time of the calling thread, s; finer than that of the process. */
  public double callerCpuSeconds() {
    return median(caller);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
