package homeostat.kinds.dale;

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
import homeostat.lab.figure.Drawing;
import homeostat.lab.figure.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs on images of 4 x 5 pixels, without a folder. */
record TinyRuns(Path dir) {
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

  /** The last state and the summary. */
  record Ended(Arrays arrays, Row summary) {
    Sha256 state() {
      return Sha256.ofArrays(arrays);
    }

    double number(String name) {
      return ((Number) Objects.requireNonNull(summary.asMap().get(name))).doubleValue();
    }

    List<Float> array(String name) {
      List<Float> values = new ArrayList<>();
      for (float value : arrays.floats(name)) {
        values.add(value);
      }
      return values;
    }
  }

  Ended run(String kind, String settings, int threads, long stop) {
    try (Parallel parallel = new Parallel(threads);
        Experiment<?> first = open(kind, settings, parallel);
        Experiment<?> second = open(kind, settings, parallel)) {
      return run(first, second, stop);
    }
  }

  private Experiment<?> open(String kind, String settings, Parallel parallel) {
    List<String> all = new ArrayList<>(List.of(settings.split(" (?=[a-z])")));
    all.add("train.dataset=tiny-images");
    all.add("data.dir=" + dir);
    return open(ConfigLoader.load(kind, all, Kinds.all()), parallel);
  }

  private static <C extends Record> Experiment<?> open(Resolved<C> resolved, Parallel parallel) {
    Setup setup = new Setup(resolved.run().seed(), 1L << 30, parallel, _ -> {});
    return resolved.kind().open(resolved.config(), setup);
  }

  /** Stops the first after some steps, and goes on with the second. */
  private static <A, B> Ended run(Experiment<A> first, Experiment<B> second, long stop) {
    A state = first.start(NOWHERE);
    for (long step = 0; step < stop; step++) {
      state = first.step(state, step);
    }
    B rest = second.restore(first.save(state));
    for (long step = stop; step < second.steps(); step++) {
      rest = second.step(rest, step);
    }
    for (Drawing drawing : second.drawings(rest, second.steps() - 1)) {
      Objects.requireNonNull(drawing.figure().get());
    }
    return new Ended(second.save(rest), second.finish(rest, NOWHERE));
  }
}
