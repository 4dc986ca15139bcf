package homeostat.kinds.brain;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.kernel.Parallel;
import homeostat.kinds.brain.config.WholeBrainConfig;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.Setup;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.FigureNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs of the kind on a small generated brain, in this process; remembers what they leave. */
final class Opened implements Run {
  final Map<String, String> left = new TreeMap<>();
  final Map<String, Arrays> arrays = new TreeMap<>();
  final List<String> notes = new ArrayList<>();
  Row summary = new Row();

  /** Spikes in all checkpoints. */
  long pendingSaved;

  static WholeBrainConfig config(String... settings) {
    // A later setting of a key takes the place of an earlier one.
    Map<String, String> byKey = new TreeMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      byKey.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    if (!byKey.containsKey("wiring.connections")) {
      byKey.putIfAbsent("wiring.generated_neurons", "1500");
    }
    List<String> all = new ArrayList<>();
    byKey.forEach((key, value) -> all.add(key + "=" + value));
    return (WholeBrainConfig) ConfigLoader.load("whole-brain", all, Kinds.all()).config();
  }

  /** A whole run; interrupted after some steps, and gone on with from the checkpoint, if asked. */
  static Opened run(int threads, long interruptedAfter, String... settings) {
    return run(threads, interruptedAfter, 0, settings);
  }

  /** With checkpoints after so many steps, or its own if 0. */
  static Opened run(int threads, long interruptedAfter, int checkpointEvery, String... settings) {
    Opened opened = new Opened();
    WholeBrainConfig config = config(settings);
    try (Parallel parallel = new Parallel(threads)) {
      Setup setup = new Setup(42, 1L << 30, parallel, opened.notes::add);
      opened.all(
          new WholeBrain().open(config, setup),
          new WholeBrain().open(config, setup),
          interruptedAfter,
          checkpointEvery);
    }
    return opened;
  }

  /** The rows of metrics of all steps. */
  static List<Row> rows(String... settings) {
    List<Row> rows = new ArrayList<>();
    try (Parallel parallel = new Parallel(1)) {
      Setup setup = new Setup(42, 1L << 30, parallel, note -> {});
      @SuppressWarnings("unchecked")
      Experiment<Trials> experiment =
          (Experiment<Trials>) new WholeBrain().open(config(settings), setup);
      Trials state = experiment.start(new Opened());
      for (long step = 0; step < experiment.steps(); step++) {
        state = experiment.step(state, step);
        rows.add(experiment.row(state, step));
      }
    }
    return rows;
  }

  private void all(
      Experiment<?> first, Experiment<?> second, long interruptedAfter, int checkpointEvery) {
    @SuppressWarnings("unchecked")
    Experiment<Trials> before = (Experiment<Trials>) first;
    @SuppressWarnings("unchecked")
    Experiment<Trials> after = (Experiment<Trials>) second;
    Experiment<Trials> now = before;
    Trials state = before.start(this);
    for (long step = 0; step < now.steps(); step++) {
      if (step == interruptedAfter) {
        Arrays saved = now.save(state).copy();
        now = after;
        state = after.restore(saved);
      }
      state = now.step(state, step);
      if (Boundaries.follows(
              step, checkpointEvery > 0 ? checkpointEvery : now.boundaries().checkpoint())
          || step == now.steps() - 1) {
        now.snapshot(state, step, this);
        Arrays saved = now.save(state);
        pendingSaved +=
            saved.names().stream()
                .filter(name -> name.endsWith("pending_neurons"))
                .mapToLong(name -> saved.get(name).size())
                .sum();
      }
    }
    summary = now.finish(state, this);
  }

  double number(String name) {
    return ((Number) java.util.Objects.requireNonNull(summary.asMap().get(name))).doubleValue();
  }

  @Override
  public void arrays(String path, Arrays arrays) {
    this.arrays.put(path, arrays);
    left.put(path, homeostat.array.Sha256.ofArrays(arrays).hex());
  }

  @Override
  public void array(String path, NdArray array) {
    arrays(path, Arrays.builder().put("array", array).build());
  }

  @Override
  public void text(String path, String content) {
    left.put(path, content);
  }

  @Override
  public void figure(String path, Figure figure) {
    arrays(path, FigureNumbers.of(figure));
  }

  @Override
  public void note(String line) {
    notes.add(line);
  }

  @Override
  public void progress(String what, double fraction) {
    // nobody looks at it here
  }
}
