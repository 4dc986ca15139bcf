package homeostat.kinds;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.array.Sha256;
import homeostat.kernel.Parallel;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.Setup;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import homeostat.lab.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A run of a kind in memory, that leaves no files.
 *
 * @param kind its name
 * @param settings {@code key=value}
 */
public record Rehearsal(String kind, List<String> settings) {
  /** A folder into which everything falls and is lost. */
  private static final Run NOWHERE =
      new Run() {
        @Override
        public void arrays(String path, Arrays arrays) {}

        @Override
        public void array(String path, NdArray array) {}

        @Override
        public void text(String path, String content) {}

        @Override
        public void figure(String path, Figure figure) {}

        @Override
        public void note(String line) {}

        @Override
        public void progress(String what, double fraction) {}
      };

  /**
   * How it ended.
   *
   * @param arrays the last state
   * @param summary headline numbers
   */
  public record End(Arrays arrays, Row summary) {
    /** Fingerprint of the last state. */
    public Sha256 state() {
      return Sha256.ofArrays(arrays);
    }

    /** An array of 32-bit floats of the last state. */
    public List<Float> array(String name) {
      List<Float> values = new ArrayList<>();
      for (float value : arrays.floats(name)) {
        values.add(value);
      }
      return values;
    }

    /** A headline number. */
    public double number(String name) {
      return ((Number) Objects.requireNonNull(summary.asMap().get(name), name)).doubleValue();
    }
  }

  /** The whole run on one thread. */
  public End end() {
    return end(1, 0);
  }

  /** Stops after some steps, and goes on from what was saved in another experiment. */
  public End end(int threads, long stop) {
    Resolved<?> resolved = ConfigLoader.load(kind, settings, Kinds.all());
    try (Parallel parallel = new Parallel(threads);
        Experiment<?> first = open(resolved, parallel);
        Experiment<?> second = open(resolved, parallel)) {
      return end(first, second, stop);
    }
  }

  /** What the user is told when the experiment is opened. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    Resolved<?> resolved = ConfigLoader.load(kind, settings, Kinds.all());
    try (Parallel parallel = new Parallel(1)) {
      open(resolved, parallel, notes::add).close();
    }
    return notes;
  }

  private static <C extends Record> Experiment<?> open(Resolved<C> resolved, Parallel parallel) {
    return open(resolved, parallel, _ -> {});
  }

  private static <C extends Record> Experiment<?> open(
      Resolved<C> resolved, Parallel parallel, Consumer<String> note) {
    Setup setup = new Setup(resolved.run().seed(), 1L << 30, parallel, note);
    return resolved.kind().open(resolved.config(), setup);
  }

  private static <A, B> End end(Experiment<A> first, Experiment<B> second, long stop) {
    A state = first.start(NOWHERE);
    for (long step = 0; step < stop; step++) {
      state = first.step(state, step);
    }
    B rest = second.restore(first.save(state));
    for (long step = stop; step < second.steps(); step++) {
      rest = second.step(rest, step);
      second.row(rest, step);
      second.status(rest);
    }
    second
        .drawings(rest, second.steps() - 1)
        .forEach(d -> Objects.requireNonNull(d.figure().get()));
    return new End(second.save(rest), second.finish(rest, NOWHERE));
  }
}
