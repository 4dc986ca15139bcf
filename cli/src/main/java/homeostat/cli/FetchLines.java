package homeostat.cli;

import homeostat.task.fetch.FetchProgress;
import java.util.Locale;

/** Tells how a fetch goes on: a line drawn anew on a terminal, a line a quarter elsewhere. */
final class FetchLines implements FetchProgress {
  private static final long STEP = 1 << 20;

  private final Console console;
  private String file = "";
  private long told;
  private boolean open;

  FetchLines(Console console) {
    this.console = console;
  }

  @Override
  public void at(String name, long bytes, long total) {
    if (!name.equals(file)) {
      finishLine();
      file = name;
      told = -1;
    }
    long step = console.terminal() || total < 0 ? bytes / STEP : 4 * bytes / Math.max(total, 1);
    boolean end = bytes == total;
    if (console.silent() || (step == told && !end)) {
      return;
    }
    told = step;
    String line =
        String.format(
            Locale.ROOT,
            "%s: %.1f MB%s",
            name,
            bytes / 1e6,
            total < 0 ? "" : String.format(Locale.ROOT, " of %.1f MB", total / 1e6));
    if (console.terminal()) {
      console.err().print("\r" + line + "\u001b[K");
      console.err().flush();
      open = true;
      if (end) {
        finishLine();
      }
    } else {
      console.note(line);
    }
  }

  @Override
  public void note(String line) {
    finishLine();
    console.note(line);
  }

  private void finishLine() {
    if (open) {
      console.err().println();
      open = false;
    }
  }
}
