package homeostat.lab.run;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.lab.Run;
import homeostat.lab.figure.Figure;
import homeostat.lab.record.WholeFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A {@link Run} that leaves everything in a folder. */
final class FolderRun implements Run {
  private final Path folder;
  private final Optional<FigureQueue> figures;
  private final Progress progress;
  private final Watch watch;
  private final Consumer<String> note;

  /**
   * @param figures empty if none are wanted
   * @param watch asked for a stop whenever progress is shown
   */
  FolderRun(
      Path folder,
      Optional<FigureQueue> figures,
      Progress progress,
      Watch watch,
      Consumer<String> note) {
    this.folder = folder;
    this.figures = figures;
    this.progress = progress;
    this.watch = watch;
    this.note = note;
  }

  @Override
  public void arrays(String path, Arrays arrays) {
    WholeFile.write(inside(path), arrays);
  }

  @Override
  public void array(String path, NdArray array) {
    WholeFile.write(inside(path), array);
  }

  @Override
  public void text(String path, String content) {
    WholeFile.write(inside(path), content);
  }

  @Override
  public void figure(String path, Figure figure) {
    figures.ifPresent(queue -> queue.add(inside(path), () -> figure));
  }

  @Override
  public void note(String line) {
    note.accept(line);
  }

  @Override
  public void progress(String what, double fraction) {
    StopSignal.check(watch);
    progress.part(what, fraction);
  }

  private Path inside(String path) {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder.normalize())) {
      throw new IllegalArgumentException("'" + path + "' lies outside of the run's folder");
    }
    return file;
  }
}
