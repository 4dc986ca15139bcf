package homeostat.lab.sweep;

import homeostat.lab.record.Metadata;
import homeostat.lab.run.Interrupts;
import homeostat.lab.run.Surroundings;
import homeostat.lab.run.Watch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Adds up the steps of all cells into one line of progress. */
final class SweepProgress {
  private final Surroundings around;
  private final Metadata metadata;
  private final Map<String, long[]> steps = new HashMap<>();
  private final int cells;
  private int ended;
  private int failed;

  SweepProgress(Sweep sweep, Surroundings around, Metadata metadata) {
    this.around = around;
    this.metadata = metadata;
    this.cells = sweep.cells().size();
    for (Cell cell : sweep.cells()) {
      steps.put(cell.name(), new long[] {0, cell.job().estimate().steps()});
    }
  }

  /** Looks on at one cell. */
  Watch of(Cell cell) {
    return new Watch() {
      @Override
      public void at(long done, long total, String status) {
        cellAt(cell, done, total);
      }

      @Override
      public Optional<Interrupts.Stop> stop() {
        return around.interrupts().requested();
      }
    };
  }

  /** A cell has ended, now or at an earlier start. */
  synchronized void end(Cell cell, boolean completed) {
    ended++;
    failed += completed ? 0 : 1;
    long[] of = steps.getOrDefault(cell.name(), new long[2]);
    of[0] = of[1];
    show();
  }

  private synchronized void cellAt(Cell cell, long done, long total) {
    steps.put(cell.name(), new long[] {done, total});
    show();
  }

  private void show() {
    long done = 0;
    long total = 0;
    for (long[] of : steps.values()) {
      done += of[0];
      total += of[1];
    }
    metadata.progress(done, total);
    String status =
        ended + " of " + cells + " cells" + (failed > 0 ? ", " + failed + " failed" : "");
    around.progress().update(done, total, status);
  }
}
