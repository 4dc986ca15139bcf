package homeostat.lab.run;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.array.Sha256;
import homeostat.dynamics.NonFiniteException;
import homeostat.kernel.Stream;
import homeostat.lab.Boundaries;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.figure.Drawing;
import homeostat.lab.figure.Figure;
import homeostat.lab.record.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;

/**
 * A random walk of eight weights with a running average that rows reset, a column that appears
 * late, a best score, snapshots and figures: everything that a resume could get wrong.
 */
public final class Toy implements Experiment<Toy.State> {
  static final long LATE = 21;

  final List<String> calls = new ArrayList<>();
  private final Stream noise;
  private final long steps;
  private final LongConsumer eachStep;
  private final Runnable inFinish;

  /** What the walk is: weights and the sum since the last row. */
  public record State(float[] w, double[] sum) {}

  Toy(Setup setup, long steps, LongConsumer eachStep) {
    this(setup, steps, eachStep, () -> {});
  }

  Toy(Setup setup, long steps, LongConsumer eachStep, Runnable inFinish) {
    this.inFinish = inFinish;
    this.noise = Stream.of(setup.seed(), "walk");
    this.steps = steps;
    this.eachStep = eachStep;
  }

  /** A job that runs a toy with a hook at each step. */
  public static Job job(Path dir, long seed, long steps, LongConsumer eachStep) {
    RunSettings settings =
        new RunSettings(
            "toy", dir, seed, 1, "", Optional.empty(), true, RunSettings.Inputs.SYMLINK);
    return new Job(
        "toy-walk",
        "kind = \"toy-walk\"\n[run]\nseed = " + seed + "\n",
        Sha256.ofText("toy-walk " + seed + " " + steps),
        settings,
        new Estimate(1 << 20, steps, 0.5, "take fewer steps"),
        List.of(),
        List.of(),
        setup -> new Toy(setup, steps, eachStep));
  }

  /** A job whose hook does nothing. */
  public static Job job(Path dir, long seed, long steps) {
    return job(dir, seed, steps, _ -> {});
  }

  /** A non-finite loss at one step. */
  public static LongConsumer blowsUpAt(long bad) {
    return step -> {
      if (step == bad) {
        throw new NonFiniteException("loss", "chunk " + step, step, Double.NaN);
      }
    };
  }

  /** Draws nothing but leaves both files. */
  public static final FigureSink SINK =
      (base, figure) -> {
        WholeFile.write(Path.of(base + ".png"), figure.title());
        Npz.write(Path.of(base + ".npz"), Arrays.builder().put("n", new int[] {1}).build());
      };

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(3, 7, 10);
  }

  @Override
  public String stepName() {
    return "epoch";
  }

  @Override
  public String figurePrefix() {
    return "chunk";
  }

  @Override
  public State start(Run run) {
    calls.add("start");
    run.progress("start", 0.5);
    run.text("initial_state/about.txt", "eight zeros\n");
    run.figure("initial_state/figures/start", figure("start"));
    return new State(new float[8], new double[1]);
  }

  @Override
  public State step(State state, long step) {
    calls.add("step " + step);
    eachStep.accept(step);
    for (int i = 0; i < state.w.length; i++) {
      state.w[i] += (float) (0.1 * noise.at(step).normal(i));
    }
    state.sum[0] += state.w[0];
    return state;
  }

  @Override
  public Row row(State state, long step) {
    calls.add("row " + step);
    Row row = new Row().put("total_loss", state.sum[0] / 3).put("a/w1", (double) state.w[1]);
    row.put("note", step % 2 == 0 ? "even" : "odd, \"quoted\"").put("nothing", Double.NaN);
    if (step >= LATE) {
      row.put("late", step);
    }
    state.sum[0] = 0;
    return row;
  }

  @Override
  public String status(State state) {
    return "w0 " + state.w[0];
  }

  @Override
  public List<Drawing> drawings(State state, long step) {
    calls.add("drawings " + step);
    return List.of(new Drawing("walk", () -> figure("after " + step)));
  }

  @Override
  public Arrays save(State state) {
    calls.add("save");
    return Arrays.builder().put("w", state.w.clone()).put("sum", state.sum.clone()).build();
  }

  @Override
  public State restore(Arrays saved) {
    calls.add("restore");
    return new State(
        saved.get("w") instanceof NdArray.F4 a ? a.data() : new float[0], saved.doubles("sum"));
  }

  @Override
  public OptionalDouble score(State state) {
    calls.add("score");
    return OptionalDouble.of(Math.abs(state.w[0]));
  }

  @Override
  public void snapshot(State state, long step, Run run) {
    calls.add("snapshot " + step);
    run.arrays("weights/" + step + ".npz", Arrays.builder().put("w", state.w.clone()).build());
  }

  @Override
  public Row finish(State state, Run run) {
    calls.add("finish");
    inFinish.run();
    run.progress("finish", 0.5);
    run.arrays("final_state/w.npz", Arrays.builder().put("w", state.w.clone()).build());
    run.figure("final_state/figures/end", figure("end"));
    return new Row().put("w/mean", (double) state.w[0]).put("nothing", Double.NaN);
  }

  @Override
  public void close() {
    calls.add("close");
  }

  private static Figure figure(String title) {
    return new Figure.Lines(title, Figure.Axis.of("x"), Figure.Axis.of("y"), List.of(), List.of());
  }

  /** Every file of a run that an uninterrupted run and a resumed one must share. */
  static List<Path> results(Path folder) {
    try (java.util.stream.Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(f ->
              !List.of("metadata.json", "summary.json", "notes.log", ".lock", "report.html")
                  .contains(f.toString()))
          .sorted()
          .toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
