package homeostat.kinds.image;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kinds.image.config.ImageClassifierConfig;
import homeostat.kinds.image.figures.ClassifierBoard;
import homeostat.kinds.image.figures.EpochTable;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.figure.Drawing;
import homeostat.task.image.Batch;
import homeostat.task.image.ImageEpoch;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Training on batches, epoch by epoch. A step is a slice of an epoch; the last step of an epoch
 * also judges the network on images that it does not learn from.
 */
final class ClassifierExperiment implements Experiment<ClassifierState> {
  private final ImageClassifierConfig config;
  private final Classifier classifier;
  private final Sets sets;
  private final Slices slices;
  private final long seed;
  private final Parallel parallel;
  private final Batch batch;

  ClassifierExperiment(
      ImageClassifierConfig config,
      Classifier classifier,
      Sets sets,
      Slices slices,
      long seed,
      Parallel parallel) {
    this.config = config;
    this.classifier = classifier;
    this.sets = sets;
    this.slices = slices;
    this.seed = seed;
    this.parallel = parallel;
    this.batch = sets.train().room();
  }

  @Override
  public long steps() {
    return (long) config.training().epochs() * slices.perEpoch();
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(slices.perEpoch(), slices.perEpoch(), 0);
  }

  @Override
  public ClassifierState start(Run run) {
    return fresh();
  }

  private ClassifierState fresh() {
    Learner learner =
        new Learner(classifier, sets.train().order(), config.training(), seed, parallel);
    return new ClassifierState(learner, sets.classes());
  }

  @Override
  public ClassifierState step(ClassifierState state, long step) {
    long epoch = step / slices.perEpoch();
    int slice = (int) (step % slices.perEpoch());
    if (slice == 0) {
      state.train.clear();
    }
    ImageEpoch images = sets.train().epoch(epoch);
    for (int i = slices.from(slice); i < slices.from(slice + 1); i++) {
      state.learner.learn(batch, images.fill(i, batch), state.train, step);
    }
    if (slice == slices.perEpoch() - 1) {
      judge(state, epoch);
    }
    return state;
  }

  private void judge(ClassifierState state, long epoch) {
    state.test.clear();
    state.learner.judge(sets.test(), epoch, state.test);
    Row row = new Row().put("epoch", epoch + 1);
    put(row, "train", state.train);
    if (sets.validation().isPresent()) {
      state.validation.clear();
      state.learner.judge(sets.validation().get(), epoch, state.validation);
      put(row, "validation", state.validation);
    }
    put(row, "test", state.test);
    state.epochs.add(row);
  }

  private static void put(Row row, String part, Tally tally) {
    row.put(part + "_loss", tally.loss()).put(part + "_accuracy", tally.accuracy());
  }

  @Override
  public Row row(ClassifierState state, long step) {
    Row row = new Row().put("epoch", (step + 1) / slices.perEpoch());
    put(row, "train", state.train);
    if (sets.validation().isPresent()) {
      put(row, "validation", state.validation);
    }
    put(row, "test", state.test);
    return row;
  }

  @Override
  public String status(ClassifierState state) {
    String train = String.format(Locale.ROOT, "loss %.4f", state.train.loss());
    return state.test.images() == 0
        ? train
        : String.format(Locale.ROOT, "%s, test %.2f %%", train, state.test.accuracy());
  }

  @Override
  public List<Drawing> drawings(ClassifierState state, long step) {
    EpochTable epochs = state.epochs.copy();
    double[][] confusion = state.test.confusion();
    return List.of(new Drawing("training", () -> new ClassifierBoard(epochs, confusion).draw()));
  }

  @Override
  public Arrays save(ClassifierState state) {
    return state.save();
  }

  @Override
  public ClassifierState restore(Arrays saved) {
    return fresh().load(saved);
  }

  /** By validation images where there are some: test images must not choose anything. */
  @Override
  public OptionalDouble score(ClassifierState state) {
    Tally by = sets.validation().isPresent() ? state.validation : state.train;
    return by.images() == 0 ? OptionalDouble.empty() : OptionalDouble.of(by.loss());
  }

  @Override
  public Row finish(ClassifierState state, Run run) {
    run.arrays("weights/final.npz", state.learner.weights());
    Row summary = new Row();
    put(summary, "train", state.train);
    if (sets.validation().isPresent()) {
      put(summary, "validation", state.validation);
    }
    put(summary, "test", state.test);
    return summary;
  }
}
