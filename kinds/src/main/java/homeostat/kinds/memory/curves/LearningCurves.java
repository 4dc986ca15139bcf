package homeostat.kinds.memory.curves;

import homeostat.array.Arrays;
import homeostat.lab.Boundaries;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;
import homeostat.lab.figure.Drawing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Draws the learning curves of results folders beside each other. */
public final class LearningCurves implements Kind<LearningCurvesConfig> {
  private static final double SECONDS = 3;

  @Override
  public String name() {
    return "learning-curves";
  }

  @Override
  public String summary() {
    return "Draws and compares learning curves of working-memory results folders.";
  }

  @Override
  public Class<LearningCurvesConfig> schema() {
    return LearningCurvesConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("curves");
  }

  @Override
  public void check(LearningCurvesConfig config, Problems problems) {
    int folders = config.curves().folders().size();
    int labels = config.curves().labels().size();
    if (folders == 0) {
      problems.add("curves.folders", "name at least one folder");
    }
    if (labels != 0 && labels != folders) {
      problems.add("curves.labels", labels + " labels for " + folders + " folders");
    }
    if (new HashSet<>(config.curves().labels()).size() != labels) {
      problems.add("curves.labels", "two folders have the same label; their numbers would be one");
    }
  }

  @Override
  public Estimate estimate(LearningCurvesConfig config, RunSettings settings) {
    return new Estimate(Estimate.PROCESS, 1, SECONDS, "draw fewer folders at a time");
  }

  @Override
  public Experiment<?> open(LearningCurvesConfig config, Setup setup) {
    LearningCurvesConfig.Section section = config.curves();
    List<ResultsFolder> folders = new ArrayList<>();
    List<String> labels = section.labels().isEmpty() ? labels(section.folders()) : section.labels();
    for (int f = 0; f < section.folders().size(); f++) {
      folders.add(ResultsFolder.read(Path.of(section.folders().get(f)), labels.get(f)));
    }
    return new Drawn(new CurveFigures(folders, section.ylabel()));
  }

  /** Each folder's own name, or that of the sweep it is in; whole paths where these are equal. */
  static List<String> labels(List<String> folders) {
    List<String> names =
        folders.stream()
            .map(folder -> Path.of(folder).toAbsolutePath().normalize())
            .map(path -> path.endsWith("published") ? path.resolveSibling("") : path)
            .map(path -> String.valueOf(path.getFileName()))
            .toList();
    return new HashSet<>(names).size() == names.size() ? names : folders;
  }

  /** One step without work; the figures are drawn at its end. */
  private record Drawn(CurveFigures figures) implements Experiment<Integer> {
    @Override
    public long steps() {
      return 1;
    }

    @Override
    public Boundaries boundaries() {
      return new Boundaries(0, 0, 0);
    }

    @Override
    public Integer start(Run run) {
      return 0;
    }

    @Override
    public Integer step(Integer state, long step) {
      return state + 1;
    }

    @Override
    public Row row(Integer state, long step) {
      return new Row();
    }

    @Override
    public String status(Integer state) {
      return "";
    }

    @Override
    public List<Drawing> drawings(Integer state, long step) {
      return figures.drawings();
    }

    @Override
    public Arrays save(Integer state) {
      return Arrays.builder().put("done", new double[] {state}).build();
    }

    @Override
    public Integer restore(Arrays saved) {
      return (int) saved.doubles("done")[0];
    }

    @Override
    public Row finish(Integer state, Run run) {
      return figures.statistics();
    }
  }
}
