package homeostat.lab.run;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.lab.Run;
import homeostat.lab.figure.Figure;
import java.util.function.Consumer;

/** A {@link Run} without a folder: files and figures are dropped. */
final class BareRun implements Run {
  private final Watch watch;
  private final Consumer<String> note;

  /**
   * @param watch asked for a stop whenever progress is told
   */
  BareRun(Watch watch, Consumer<String> note) {
    this.watch = watch;
    this.note = note;
  }

  @Override
  public void arrays(String path, Arrays arrays) {
    // nobody asked to keep it
  }

  @Override
  public void array(String path, NdArray array) {
    // nobody asked to keep it
  }

  @Override
  public void text(String path, String content) {
    // nobody asked to keep it
  }

  @Override
  public void figure(String path, Figure figure) {
    // nobody asked to keep it
  }

  @Override
  public void note(String line) {
    note.accept(line);
  }

  @Override
  public void progress(String what, double fraction) {
    StopSignal.check(watch); // the sweep shows its own progress
  }
}
