package homeostat.lab.run;

import homeostat.lab.Estimate;
import homeostat.lab.RunSettings;
import homeostat.lab.UserError;
import homeostat.lab.config.MemorySize;
import java.util.Locale;

/** The memory that a run may take, settled before it starts and before anything is written. */
public final class Budget {
  private Budget() {}

  /**
   * The budget of a run in bytes: its setting, or else the heap.
   *
   * @param maxHeap largest heap of this JVM
   * @throws UserError if the setting is no size
   */
  public static long bytes(RunSettings settings, long maxHeap) {
    return settings.memory().isBlank() ? maxHeap : Math.min(parse(settings.memory()), maxHeap);
  }

  /**
   * Lets a run through that fits.
   *
   * @throws UserError with estimate, budget and remedy if it does not
   */
  public static void check(Estimate estimate, RunSettings settings, long maxHeap) {
    long budget = bytes(settings, maxHeap);
    if (estimate.bytes() <= budget) {
      return;
    }
    boolean heap = settings.memory().isBlank() || parse(settings.memory()) >= maxHeap;
    throw new UserError(
        "this run needs about "
            + text(estimate.bytes())
            + " of memory, more than the "
            + text(budget)
            + (heap
                ? " of the JVM's heap (the launcher's -Xmx or -XX:MaxRAMPercentage); "
                : " that run.memory allows; ")
            + estimate.remedy());
  }

  /** Bytes as a text with three digits, in powers of 1000. */
  public static String text(long bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB"};
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    String format = unit == 0 || value >= 100 ? "%.0f %s" : value >= 10 ? "%.1f %s" : "%.2f %s";
    return String.format(Locale.ROOT, format, value, units[unit]);
  }

  private static long parse(String size) {
    return MemorySize.parse(size)
        .orElseThrow(() ->
            new UserError(
                "run.memory = \"" + size + "\" is no amount of memory; write \"2 GB\" or so"))
        .bytes();
  }
}
