package homeostat.kinds.bench;

import homeostat.lab.Row;

/**
 * Some work and its floor, measured in turn, so that what else the machine does disturbs both.
 *
 * @param work the whole work
 * @param floor what it cannot be faster than
 */
public record BesideFloor(Stopwatch work, Stopwatch floor) {
  /**
   * Warms both up, so that the compiler has seen them often enough, then measures them in turn.
   *
   * @param warmUp for how long, s; each is done once at least
   */
  public static BesideFloor measure(Runnable work, Runnable floor, double warmUp, int repeats) {
    long start = System.nanoTime();
    do {
      work.run();
      floor.run();
    } while (System.nanoTime() - start < 1e9 * warmUp);
    BesideFloor both = new BesideFloor(new Stopwatch(), new Stopwatch());
    for (int i = 0; i < repeats; i++) {
      both.work.time(work);
      both.floor.time(floor);
    }
    return both;
  }

  /**
   * Medians in milliseconds and their ratio.
   *
   * @param unit what one piece of the work is called: {@code ms_per_UNIT}
   * @param pieces how many of them a measurement did
   */
  public Row row(String unit, int pieces) {
    return new Row()
        .put("ms_per_" + unit, 1e3 * work.seconds() / pieces)
        .put("floor_ms", 1e3 * floor.seconds() / pieces)
        .put("caller_cpu_ms_per_" + unit, 1e3 * work.callerCpuSeconds() / pieces)
        .put("floor_caller_cpu_ms", 1e3 * floor.callerCpuSeconds() / pieces)
        .put("floor_ratio", work.callerCpuSeconds() / floor.callerCpuSeconds());
  }
}
