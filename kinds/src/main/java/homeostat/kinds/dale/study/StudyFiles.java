package homeostat.kinds.dale.study;

import homeostat.kinds.dale.config.DaleClassifierConfig;
import homeostat.kinds.dale.config.DaleSequenceConfig;
import homeostat.kinds.dale.study.Trained.Setting;
import homeostat.lab.SweepCollector.Finished;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.render.FigureRenderer;
import homeostat.lab.record.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the folders of runs to figures and tables. */
final class StudyFiles {
  private StudyFiles() {}

  static List<String> write(Path folder, List<Finished> cells) {
    Kinds kinds = Kinds.all();
    List<Trained> all = new ArrayList<>();
    for (Finished cell : cells) {
      RunFolder run = RunFolder.open(cell.folder());
      Resolved<?> resolved = ConfigLoader.load(run.config().toString(), List.of(), kinds);
      all.add(Trained.read(setting(resolved), run.csv()));
    }
    Study study = Study.of(all);
    List<String> told = new ArrayList<>();
    if (!study.lost().isEmpty()) {
      told.add(
          study.lost().size()
              + " networks stayed at chance where others learnt and are left out;"
              + " tables/accuracy.csv says which");
    }
    Path tables = made(folder.resolve("tables"));
    Path figures = made(folder.resolve("figures"));
    new Tables(study).write(tables);
    for (Map.Entry<String, Figure> figure : new StudyFigures(study).all().entrySet()) {
      Path base = figures.resolve(figure.getKey());
      FigureRenderer.draw(base, figure.getValue());
      told.add("figure  " + base + ".png");
    }
    return told;
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + folder + ": " + e, e);
    }
  }

  private static Setting setting(Resolved<?> resolved) {
    long seed = resolved.run().seed();
    return switch (resolved.config()) {
      case DaleClassifierConfig dense -> Conditions.of(dense, seed);
      case DaleSequenceConfig sequence -> Conditions.of(sequence, seed);
      default -> throw new IllegalStateException(resolved.kind().name() + " is no Dale network");
    };
  }
}
