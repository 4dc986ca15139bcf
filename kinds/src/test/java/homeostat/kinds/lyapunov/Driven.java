package homeostat.kinds.lyapunov;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.kernel.Parallel;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.Setup;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.FigureNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an experiment leaves, driven to its end without a folder. */
public final class Driven implements Run {
  final Map<String, Arrays> arrays = new TreeMap<>();
  final Map<String, String> texts = new TreeMap<>();
  final Map<String, Figure> figures = new TreeMap<>();
  final List<String> notes = new ArrayList<>();
  final List<Map<String, Object>> rows = new ArrayList<>();
  Row summary = new Row();

  /** Runs a kind; with {@code stop} at least 0, stores and restores it before that step. */
  public static Driven run(int threads, long stop, String kind, String... settings) {
    Resolved<?> resolved = ConfigLoader.load(kind, List.of(settings), Kinds.all());
    Driven driven = new Driven();
    try (Parallel parallel = new Parallel(threads)) {
      driven.drive(resolved, parallel, stop);
    }
    return driven;
  }

  private <C extends Record> void drive(Resolved<C> resolved, Parallel parallel, long stop) {
    Kind<C> kind = resolved.kind();
    Setup setup = new Setup(resolved.run().seed(), 1L << 30, parallel, notes::add);
    try (Experiment<?> first = kind.open(resolved.config(), setup);
        Experiment<?> second = kind.open(resolved.config(), setup)) {
      drive(first, second, stop);
    }
  }

  private <S, T> void drive(Experiment<S> first, Experiment<T> second, long stop) {
    S state = first.start(this);
    if (stop < 0) {
      work(first, state, 0, first.steps());
      return;
    }
    S stopped = advance(first, state, 0, stop);
    work(second, second.restore(first.save(stopped).copy()), stop, second.steps());
  }

  private <S> void work(Experiment<S> experiment, S state, long from, long to) {
    summary = experiment.finish(advance(experiment, state, from, to), this);
  }

  private <S> S advance(Experiment<S> experiment, S state, long from, long to) {
    S now = state;
    for (long step = from; step < to; step++) {
      now = experiment.step(now, step);
      rows.add(experiment.row(now, step).asMap());
    }
    return now;
  }

  public double number(String name) {
    Object value = summary.asMap().get(name);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new AssertionError(name + " is not among " + summary.asMap());
  }

  /** All numbers that were left. */
  public String numbers() {
    StringBuilder out = new StringBuilder();
    out.append(texts).append(rows);
    arrays.forEach((name, all) -> describe(out, name, all));
    figures.forEach((name, figure) -> describe(out, name, FigureNumbers.of(figure)));
    return out.toString();
  }

  private static void describe(StringBuilder out, String name, Arrays all) {
    for (Map.Entry<String, NdArray> entry : all.asMap().entrySet()) {
      out.append(name).append('/').append(entry.getKey());
      out.append(java.util.Arrays.toString(entry.getValue().toDoubles())).append('\n');
    }
  }

  @Override
  public void arrays(String path, Arrays all) {
    arrays.put(path, all);
  }

  @Override
  public void array(String path, NdArray array) {
    arrays.put(path, Arrays.builder().put("array", array).build());
  }

  @Override
  public void text(String path, String content) {
    texts.put(path, content);
  }

  @Override
  public void figure(String path, Figure figure) {
    figures.put(path, figure);
  }

  @Override
  public void note(String line) {
    notes.add(line);
  }

  @Override
  public void progress(String what, double fraction) {}
}
