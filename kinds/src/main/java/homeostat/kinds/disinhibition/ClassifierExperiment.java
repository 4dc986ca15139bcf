package homeostat.kinds.disinhibition;

import homeostat.array.Arrays;
import homeostat.disinhibition.Targets;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.Settled;
import homeostat.disinhibition.circuit.Weights;
import homeostat.disinhibition.rule.Alignment;
import homeostat.disinhibition.rule.Evaluator;
import homeostat.disinhibition.rule.Learner;
import homeostat.disinhibition.rule.Outcome;
import homeostat.disinhibition.rule.RuleSettings;
import homeostat.disinhibition.rule.RuleState;
import homeostat.disinhibition.rule.Score;
import homeostat.disinhibition.rule.Steering;
import homeostat.disinhibition.weights.TrainedWeights;
import homeostat.dynamics.NonFiniteException;
import homeostat.gradient.Adam;
import homeostat.gradient.Optimiser;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kinds.disinhibition.config.ClassifierConfig;
import homeostat.kinds.disinhibition.figures.TrainingFigure;
import homeostat.kinds.image.figures.EpochTable;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.figure.Drawing;
import homeostat.task.image.Batch;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.ImageEpoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Training on batches, epoch by epoch. A step is a slice of an epoch; the last step of an epoch
 * also judges the network, without control, on images that it does not learn from.
 */
final class ClassifierExperiment implements Experiment<ClassifierState> {
  private final ClassifierConfig config;
  private final ImageParts images;
  private final Layers layers;
  private final Slices slices;
  private final RuleSettings settings;
  private final Targets targets;
  private final Optimiser optimiser;
  private final long seed;
  private final Parallel parallel;
  private final TrainedWeights trained;
  private final Learner learner;
  private final Evaluator evaluator;
  private final Batch batch;
  private final Batch judged;
  private final float[] y;
  private final List<String> names = new ArrayList<>();

  ClassifierExperiment(ClassifierConfig config, ImageParts images, long seed, Parallel parallel) {
    this.config = config;
    this.images = images;
    this.seed = seed;
    this.parallel = parallel;
    Assembly assembly = new Assembly(config);
    layers = assembly.layers(images.inputs(), images.classes());
    settings = assembly.rule();
    targets = assembly.targets(images.classes());
    optimiser = Adam.withRate(config.optimizer().learningRate());
    slices =
        Slices.of(
            images.train().subset().length,
            config.batchsize(),
            DisinhibitoryClassifier.secondsPerBatch(config, layers));
    trained =
        TrainedWeights.draw(
            layers,
            config.model().vf().useBias(),
            config.model().vf().constrainFf(),
            config.model().vf().interneurons(),
            seed,
            parallel);
    Kernels kernels = Kernels.active();
    learner =
        new Learner(
            trained.weights(),
            assembly.cells(),
            assembly.route(),
            settings,
            config.batchsize(),
            parallel,
            kernels);
    evaluator =
        new Evaluator(
            trained.weights(),
            assembly.cells(),
            assembly.route(),
            settings.loss(),
            ImageParts.JUDGED,
            parallel,
            kernels);
    batch = images.train().room();
    judged = images.test().room();
    y = new float[Math.max(config.batchsize(), ImageParts.JUDGED) * images.classes()];
    for (int l = 0; l <= layers.depth(); l++) {
      names.add(trained.name(l));
    }
  }

  @Override
  public long steps() {
    return (long) config.epochs() * slices.perEpoch();
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(slices.perEpoch(), slices.perEpoch(), 0);
  }

  @Override
  public ClassifierState start(Run run) {
    return fresh();
  }

  /** The weights belong to the learner: there is one state at a time. */
  ClassifierState fresh() {
    TrainedWeights first =
        TrainedWeights.draw(
            layers,
            config.model().vf().useBias(),
            config.model().vf().constrainFf(),
            config.model().vf().interneurons(),
            seed,
            parallel);
    trained.parameters().load(first.parameters().save());
    trained.refresh();
    return new ClassifierState(
        trained,
        optimiser.start(trained.parameters()),
        RuleState.start(layers, settings),
        new EpochTally(layers.depth() + 1));
  }

  @Override
  public ClassifierState step(ClassifierState state, long step) {
    long epoch = step / slices.perEpoch();
    int slice = (int) (step % slices.perEpoch());
    if (slice == 0) {
      state.tally.clear();
    }
    ImageEpoch order = images.train().epoch(epoch);
    for (int i = slices.from(slice); i < slices.from(slice + 1); i++) {
      int count = order.fill(i, batch);
      targets.fill(batch.labels(), count, y);
      learn(state, i, count, step);
    }
    if (slice == slices.perEpoch() - 1) {
      judge(state, step);
    }
    return state;
  }

  private void learn(ClassifierState state, int number, int count, long step) {
    int every = config.trainer().angleEvery();
    boolean compared = config.trainer().local() && every > 0 && number % every == 0;
    Outcome outcome;
    if (compared) {
      Weights truth = trained.weights().zeros();
      outcome = learner.learn(batch.inputs(), y, count, state.rule, trained.gradient(), truth);
      state.tally.compare(
          Alignment.cosines(trained.gradient(), truth), Steering.of(learner.activity(), count));
    } else {
      outcome = learner.learn(batch.inputs(), y, count, state.rule, trained.gradient());
    }
    guard(outcome, count, step);
    state.tally.add(outcome);
    trained.chain();
    optimiser.step(trained.parameters(), trained.gradients(), state.moments);
    trained.refresh();
  }

  private void guard(Outcome outcome, int count, long step) {
    double loss = outcome.open().lossSum() + outcome.taught().lossSum();
    if (!Double.isFinite(loss)) {
      throw new NonFiniteException("loss", "", step, loss);
    }
    int unsettled = outcome.settledOpen().unsettled() + outcome.settledClosed().unsettled();
    Settled worse =
        outcome.settledClosed().unsettled() > 0 ? outcome.settledClosed() : outcome.settledOpen();
    guard(unsettled, count, worse.residual(), "training", step);
  }

  private void guard(long unsettled, long images, double residual, String part, long step) {
    if (unsettled > config.model().maxUnsettled() * images) {
      throw new NonFiniteException(
          "residual of the steady state",
          "%d of %d %s images (model.max_unsettled allows a share of %s)"
              .formatted(unsettled, images, part, config.model().maxUnsettled()),
          step,
          residual);
    }
  }

  private void judge(ClassifierState state, long step) {
    state.validation =
        images
            .validation()
            .map(part -> score(state, part, part.count(), "validation", step))
            .orElse(Score.NONE);
    if (config.evaluatedOnTrain()) {
      ImageBatches train = images.train();
      ImageBatches same =
          new ImageBatches(
              train.images(),
              train.subset(),
              train.order(),
              train.lighting(),
              ImageParts.JUDGED,
              false,
              seed,
              "train");
      int some = (int) Math.ceil(config.dataset().evaluatedShare() * same.count());
      state.subset = score(state, same, some, "training", step);
    }
    state.test = score(state, images.test(), images.test().count(), "test", step);
    Row row = new Row().put("epoch", step / slices.perEpoch() + 1);
    metrics(state, row);
    state.epochs.add(row);
  }

  private Score score(
      ClassifierState state, ImageBatches part, int batches, String name, long step) {
    ImageEpoch order = part.epoch(0);
    Score score = Score.NONE;
    Settled settled = new Settled(0, 0, 0);
    for (int i = 0; i < batches; i++) {
      int count = order.fill(i, judged);
      targets.fill(judged.labels(), count, y);
      score = score.and(evaluator.score(judged.inputs(), y, count));
      settled = settled.and(evaluator.settled());
    }
    guard(settled.unsettled(), score.samples(), settled.residual(), name, step);
    state.tally.judged(settled);
    return score;
  }

  private void metrics(ClassifierState state, Row row) {
    if (config.trainer().local()) {
      put(row, "train_closed_loop", state.tally.taught());
    }
    put(row, "train_open_loop", state.tally.open());
    if (config.evaluatedOnTrain()) {
      put(row, "train_OL", state.subset);
    }
    if (images.validation().isPresent()) {
      put(row, "valid", state.validation);
    }
    put(row, "test", state.test);
    if (config.model().vf().pairs()) {
      state.tally.put(row, names, config.trainer().local());
    }
    WeightNumbers.put(row, state.trained);
  }

  private static void put(Row row, String part, Score score) {
    row.put(part + "_loss", score.loss()).put(part + "_accuracy", score.accuracy());
  }

  @Override
  public Row row(ClassifierState state, long step) {
    Row row = new Row().put("epoch", (step + 1) / slices.perEpoch());
    metrics(state, row);
    return row;
  }

  @Override
  public String status(ClassifierState state) {
    String train = String.format(Locale.ROOT, "loss %.4f", state.tally.open().loss());
    return state.test.samples() == 0
        ? train
        : String.format(Locale.ROOT, "%s, test %.2f %%", train, state.test.accuracy());
  }

  @Override
  public List<Drawing> drawings(ClassifierState state, long step) {
    EpochTable epochs = state.epochs.copy();
    List<String> layerNames = List.copyOf(names);
    return List.of(new Drawing("training", () -> new TrainingFigure(epochs, layerNames).draw()));
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
    Score by = images.validation().isPresent() ? state.validation : state.tally.open();
    return by.samples() == 0 ? OptionalDouble.empty() : OptionalDouble.of(by.loss());
  }

  @Override
  public Row finish(ClassifierState state, Run run) {
    run.arrays("weights/final.npz", state.trained.parameters().save());
    run.text("results.json", new PublishedResults(state.epochs).json());
    Row summary = new Row();
    metrics(state, summary);
    return summary;
  }
}
