package homeostat.lab.run;

import homeostat.lab.TimeSpan;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Tells how far a run is. On a terminal one line, drawn anew at most ten times a second; elsewhere
 * a plain line every tenth of the run, or every ten seconds where that is rarer. The time left
 * comes from the last 64 reports without the very first step, which the JVM spends on warming up.
 * Safe for several threads.
 */
public final class Progress {
  private static final int WINDOW = 64;
  private static final int BAR = 24;

  /** A line that is longer than the terminal is wide could not be drawn over. */
  private static final int WIDTH = 110;

  private static final long SECOND = 1_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private final boolean quiet;
  private final LongSupplier nanos;
  private final Deque<long[]> recent = new ArrayDeque<>();
  private final Set<String> told = new HashSet<>();
  private boolean warmedUp;
  private long drawnAt;
  private int drawnTenth = -1;
  private int shownWidth;

  /**
   * @param out where it goes
   * @param terminal whether a person watches it there
   * @param quiet shows nothing but notes
   */
  public Progress(PrintStream out, boolean terminal, boolean quiet) {
    this(out, terminal, quiet, System::nanoTime);
  }

  Progress(PrintStream out, boolean terminal, boolean quiet, LongSupplier nanos) {
    this.out = out;
    this.terminal = terminal;
    this.quiet = quiet;
    this.nanos = nanos;
    this.drawnAt = nanos.getAsLong() - 60 * SECOND;
  }

  /** Prints a line of its own. */
  public synchronized void note(String line) {
    wipe();
    out.println(line);
    out.flush();
  }

  /** Prints a line of its own, unless it was printed so before. */
  public synchronized void noteOnce(String line) {
    if (told.add(line)) {
      note(line);
    }
  }

  /** Steps done of all, with a short status text. */
  public synchronized void update(long done, long total, String status) {
    long now = nanos.getAsLong();
    recent.addLast(new long[] {now, done});
    boolean warm = recent.size() == 3 && !warmedUp;
    warmedUp |= warm;
    if (warm || recent.size() > WINDOW) {
      recent.removeFirst();
    }
    double fraction = total == 0 ? 1 : (double) done / total;
    if (due(now, fraction)) {
      show(
          fraction,
          done + "/" + total + pace(total - done) + (status.isEmpty() ? "" : "  " + status));
    }
  }

  /** How far a long part of the start or the end is. */
  public synchronized void part(String what, double fraction) {
    if (due(nanos.getAsLong(), fraction)) {
      show(fraction, what);
    }
  }

  /** Clears the line at the end. */
  public synchronized void end() {
    wipe();
    out.flush();
  }

  private boolean due(long now, double fraction) {
    int tenth = (int) (fraction * 10);
    boolean show;
    if (terminal) {
      show = now - drawnAt >= SECOND / 10 || fraction >= 1;
    } else {
      show =
          tenth != drawnTenth && now - drawnAt >= SECOND
              || now - drawnAt >= 10 * SECOND
              || fraction >= 1;
    }
    if (show) {
      drawnAt = now;
      drawnTenth = tenth;
    }
    return show && !quiet;
  }

  private void show(double fraction, String text) {
    String percent = String.format(Locale.ROOT, "%3d %%", (int) (fraction * 100));
    if (!terminal) {
      out.println(percent + "  " + text);
      out.flush();
      return;
    }
    int full = (int) (fraction * BAR);
    String whole = percent + " [" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + text;
    String line = whole.substring(0, Math.min(whole.length(), WIDTH));
    String padding = " ".repeat(Math.max(0, shownWidth - line.length()));
    out.print("\r" + line + padding);
    out.flush();
    shownWidth = line.length();
  }

  private void wipe() {
    if (shownWidth > 0) {
      out.print("\r" + " ".repeat(shownWidth) + "\r");
      shownWidth = 0;
    }
  }

  private String pace(long left) {
    long[] first = recent.getFirst();
    long[] last = recent.getLast();
    double seconds = (double) (last[0] - first[0]) / SECOND;
    long steps = last[1] - first[1];
    if (steps <= 0 || seconds <= 0) {
      return "";
    }
    double rate = steps / seconds;
    return String.format(Locale.ROOT, "  %.3g/s  %s left", rate, TimeSpan.words(left / rate));
  }
}
