package homeostat.kinds.dale;

import homeostat.array.Arrays;
import homeostat.gradient.operation.NormaliseGradient;
import homeostat.kernel.Parallel;
import homeostat.kinds.dale.config.DiagSection;
import homeostat.kinds.dale.figures.HomeostasisBoard;
import homeostat.kinds.dale.figures.ImagesBoard;
import homeostat.kinds.dale.figures.InputsBoard;
import homeostat.kinds.dale.figures.TrainingBoard;
import homeostat.kinds.image.Slices;
import homeostat.kinds.image.Tally;
import homeostat.kinds.image.figures.EpochTable;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.TrainedSystem;
import homeostat.lab.figure.Drawing;
import homeostat.task.image.Batch;
import homeostat.task.image.ImageEpoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Training of a model on images, epoch by epoch. A step is a slice of an epoch; the last step of an
 * epoch also judges the model. Images that judge are lit by the same draws after every epoch.
 */
final class TrainingExperiment implements Experiment<TrainingState> {
  /** Epochs at chance in a row after which a run counts as failed. */
  private static final int LOST = 3;

  private static final double CHANCE_MARGIN = 1.0;

  /** Largest random shift of brightness of the images that are shown. */
  private static final double SHOWN = 0.75;

  private final Model model;
  private final Optional<NormaliseGradient.Mode> mode;
  private final LearningSettings learning;
  private final DiagSection diag;
  private final Views views;
  private final Slices slices;
  private final long seed;
  private final Parallel parallel;
  private final Batch batch;

  TrainingExperiment(
      Model model,
      Optional<NormaliseGradient.Mode> mode,
      LearningSettings learning,
      DiagSection diag,
      Views views,
      long seed,
      Parallel parallel) {
    this.model = model;
    this.mode = mode;
    this.learning = learning;
    this.diag = diag;
    this.views = views;
    this.slices = Slices.of(views.train().count(), views.train().size(), model.multiplications());
    this.seed = seed;
    this.parallel = parallel;
    this.batch = views.train().room();
  }

  @Override
  public long steps() {
    return (long) learning.epochs() * slices.perEpoch();
  }

  @Override
  public Boundaries boundaries() {
    int epoch = slices.perEpoch();
    return new Boundaries(epoch, epoch, (long) diag.figures() * epoch);
  }

  @Override
  public TrainingState start(Run run) {
    run.figure("figures/images", new ImagesBoard(views.judged().images(), SHOWN, seed).draw());
    return fresh();
  }

  private TrainingState fresh() {
    Learner learner = new Learner(model, views.train().order(), learning, seed, parallel);
    return new TrainingState(learner, views.classes());
  }

  @Override
  public TrainingState step(TrainingState state, long step) {
    long epoch = step / slices.perEpoch();
    int slice = (int) (step % slices.perEpoch());
    if (slice == 0) {
      state.online.clear();
      state.measured.clear();
    }
    ImageEpoch images = views.train().epoch(epoch);
    int last = views.train().count() - 1;
    for (int i = slices.from(slice); i < slices.from(slice + 1); i++) {
      int count = images.fill(i, batch);
      Learner.Pass pass = state.learner.learn(batch, count, epoch, step, state.online);
      if (i == last || Boundaries.follows(i, diag.every())) {
        Diagnostics.activity("train_", pass, count, state.measured);
        Diagnostics.gradients(state.learner, pass, mode, state.measured);
      }
      if (i == last) {
        Diagnostics.spectrum(pass, state.measured);
      }
    }
    Row signs = Diagnostics.signs(state.learner.parameters());
    if (slice == slices.perEpoch() - 1) {
      judge(state, epoch, signs);
    }
    return state;
  }

  private void judge(TrainingState state, long epoch, Row signs) {
    Row row = new Row().put("epoch", (double) epoch + 1);
    put(row, "online", state.online);
    Tally tally = new Tally(views.classes());
    if (diag.trainAccuracy()) {
      state.learner.judge(views.again(), 0, tally, (_, _) -> {});
      put(row, "train", tally);
      tally.clear();
    }
    Averages judged = new Averages();
    state.learner.judge(
        views.judged(),
        0,
        tally,
        (pass, count) -> Diagnostics.activity(purpose() + "_", pass, count, judged));
    put(row, purpose(), tally);
    tally.clear();
    state.learner.judge(views.clean(), 0, tally, (_, _) -> {});
    put(row, "clean", tally);
    if (model.homeostatic()) {
      row.put("lambda", learning.strength(epoch));
    }
    row.putAll(judged.row()).putAll(state.measured.row()).putAll(signs);
    state.last = row;
    state.epochs.add(row);
  }

  /** What the images that judge are: {@code test} or {@code validation}. */
  private String purpose() {
    return views.judged().purpose();
  }

  private static void put(Row row, String part, Tally tally) {
    row.put(part + "_loss", tally.loss()).put(part + "_accuracy", tally.accuracy());
  }

  @Override
  public Row row(TrainingState state, long step) {
    return state.last;
  }

  @Override
  public String status(TrainingState state) {
    String online = String.format(Locale.ROOT, "loss %.4f", state.online.loss());
    double[] test = state.epochs.column(purpose() + "_accuracy");
    return test.length == 0
        ? online
        : String.format(Locale.ROOT, "%s, %s %.2f %%", online, purpose(), test[test.length - 1]);
  }

  @Override
  public List<Drawing> drawings(TrainingState state, long step) {
    EpochTable epochs = state.epochs.copy();
    List<String> layers =
        state.learner.pass(views.train().size()).model().probes().stream()
            .map(Probe::name)
            .toList();
    List<Drawing> drawings = new ArrayList<>();
    drawings.add(
        new Drawing("training", () -> new TrainingBoard(epochs, purpose(), layers).draw()));
    HomeostasisBoard homeostasis =
        BrightnessProbe.look(state.learner, views, diag.brightnessImages());
    drawings.add(new Drawing("homeostasis", homeostasis::draw));
    InputsBoard inputs = InputProbe.of(state.learner, views, diag.brightnessImages()).look();
    drawings.add(new Drawing("inputs", inputs::draw));
    return drawings;
  }

  @Override
  public Arrays save(TrainingState state) {
    return state.save();
  }

  @Override
  public TrainingState restore(Arrays saved) {
    return fresh().load(saved);
  }

  @Override
  public Optional<TrainedSystem> system(TrainingState state) {
    return model.system(state.learner.parameters());
  }

  /** By validation images where there are some: test images must not choose anything. */
  @Override
  public OptionalDouble score(TrainingState state) {
    String by = purpose().equals("validation") ? "validation_loss" : "online_loss";
    double[] losses = state.epochs.column(by);
    return losses.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(losses[losses.length - 1]);
  }

  @Override
  public Row finish(TrainingState state, Run run) {
    run.arrays("weights/final.npz", state.learner.parameters().save());
    Row summary = new Row();
    state
        .last
        .asMap()
        .forEach((name, value) -> {
          if (name.endsWith("_accuracy") || name.endsWith("_loss")) {
            summary.put(name, ((Number) value).doubleValue());
          }
        });
    double[] accuracy = state.epochs.column(purpose() + "_accuracy");
    double best = java.util.Arrays.stream(accuracy).max().orElse(Double.NaN);
    String selected = purpose().equals("test") ? "_selected_on_test" : "";
    summary.put("best_" + purpose() + "_accuracy" + selected, best);
    double area = java.util.Arrays.stream(state.epochs.column(purpose() + "_loss")).sum();
    summary.put(purpose() + "_loss_auc", area);
    int lost = lostAt(accuracy);
    if (lost > 0) {
      run.note("accuracy was at chance for " + LOST + " epochs, up to epoch " + lost);
    }
    return summary.put("at_chance_since_epoch", (long) lost);
  }

  /** The epoch by which accuracy had been at chance for some epochs; 0 if it never was. */
  private int lostAt(double[] accuracy) {
    int row = 0;
    for (int i = 0; i < accuracy.length; i++) {
      row = accuracy[i] <= 100.0 / views.classes() + CHANCE_MARGIN ? row + 1 : 0;
      if (row == LOST) {
        return i + 1;
      }
    }
    return 0;
  }
}
