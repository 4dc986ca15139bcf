package homeostat.lab;

/**
 * What a run will need, told before it starts.
 *
 * @param bytes peak memory of the whole process, within 25 % of what will be measured
 * @param steps number of steps
 * @param secondsPerStep rough time of a step on this machine; 0 if unknown
 * @param remedy which settings to change, and how, if it does not fit
 */
public record Estimate(long bytes, long steps, double secondsPerStep, String remedy) {

  /** Bytes of the young generation, which the launcher bounds with -XX:MaxNewSize. */
  public static final long YOUNG_GENERATION = 128L << 20;

  /**
   * Bytes of a process before it holds any data: code, classes, collector, figures at work, and the
   * young generation.
   */
  public static final long PROCESS = (150L << 20) + YOUNG_GENERATION;
}
