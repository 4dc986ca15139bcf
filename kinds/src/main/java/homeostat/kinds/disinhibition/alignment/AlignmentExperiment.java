package homeostat.kinds.disinhibition.alignment;

import homeostat.array.Arrays;
import homeostat.array.Npz;
import homeostat.disinhibition.LeakyController;
import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.Targets;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.Weights;
import homeostat.disinhibition.equilibrium.EquilibriumSettings;
import homeostat.disinhibition.feedback.FeedbackSettings;
import homeostat.disinhibition.rule.Alignment;
import homeostat.disinhibition.rule.Learner;
import homeostat.disinhibition.rule.LineError;
import homeostat.disinhibition.rule.Outcome;
import homeostat.disinhibition.rule.Route;
import homeostat.disinhibition.rule.RuleSettings;
import homeostat.disinhibition.rule.RuleState;
import homeostat.disinhibition.weights.TrainedWeights;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kinds.disinhibition.ImageParts;
import homeostat.kinds.disinhibition.config.AlignmentConfig;
import homeostat.kinds.disinhibition.config.CircuitSection;
import homeostat.kinds.disinhibition.config.StudySection;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.UserError;
import homeostat.task.image.Batch;
import homeostat.task.image.ImageEpoch;
import java.util.ArrayList;
import java.util.List;

/**
 * One comparison a step. The state is what was found so far, a row a case: cosines of all layers,
 * NaN where too many images did not settle, how many these are, and how large the error of a line
 * is in each hidden layer, against the signal.
 */
final class AlignmentExperiment implements Experiment<List<double[]>> {
  private final AlignmentConfig config;
  private final List<AlignmentCase> cases;
  private final ImageParts images;
  private final Layers layers;
  private final TrainedWeights trained;
  private final Parallel parallel;

  AlignmentExperiment(AlignmentConfig config, long seed, Parallel parallel) {
    this.config = config;
    this.parallel = parallel;
    cases = AlignmentCase.all(config.study());
    images = ImageParts.read(config.dataset(), config.study().batchsize(), seed);
    CircuitSection vf = config.model().vf();
    layers = new Layers(images.inputs(), vf.hidden(), images.classes());
    trained =
        TrainedWeights.draw(
            layers, vf.useBias(), vf.constrainFf(), vf.interneurons(), seed, parallel);
    config
        .study()
        .weights()
        .ifPresent(file -> {
          try {
            trained.parameters().load(Npz.read(file));
          } catch (IllegalArgumentException e) {
            throw new UserError("study.weights = \"" + file + "\": " + e.getMessage());
          }
          trained.refresh();
        });
  }

  @Override
  public long steps() {
    return cases.size();
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(1, 50, 0);
  }

  @Override
  public String stepName() {
    return "comparison";
  }

  @Override
  public List<double[]> start(Run run) {
    return new ArrayList<>();
  }

  @Override
  public List<double[]> step(List<double[]> state, long step) {
    AlignmentCase one = cases.get((int) step);
    StudySection study = config.study();
    CircuitSection vf = config.model().vf();
    RuleSettings usual = RuleSettings.published(one.rule().rule());
    RuleSettings settings =
        new RuleSettings(
            usual.rule(),
            config.dataset().loss().name(),
            LeakyController.proportional(one.gain()),
            new FeedbackSettings(
                one.jacobian(), false, 0, false, 1, one.norm() > 0, Math.max(one.norm(), 1e-9)),
            vf.fbToReadout(),
            true,
            usual.nudge(),
            usual.inhibitionShare(),
            usual.inhibitionStart());
    Pairs pairs =
        new Pairs(vf.excitatory().rectifier(), vf.inhibitory().rectifier(), vf.tauE(), vf.tauI());
    Route route =
        new Route.Equilibrium(
            new EquilibriumSettings(config.model().tolerance(), config.model().maxSweeps()),
            config.model().fallback());
    Learner learner =
        new Learner(
            trained.weights(),
            pairs,
            route,
            settings,
            study.batchsize(),
            parallel,
            Kernels.active());
    RuleState rule = RuleState.start(layers, settings);
    Targets targets =
        config.dataset().softTargets()
            ? Targets.soft(images.classes(), config.dataset().softTargetVal())
            : Targets.hard(images.classes());
    Batch batch = images.train().room();
    float[] y = new float[study.batchsize() * images.classes()];
    ImageEpoch epoch = images.train().epoch(0);
    double[] mean = new double[width()];
    long seen = 0;
    for (int b = 0; b < study.batches(); b++) {
      int count = epoch.fill(b, batch);
      targets.fill(batch.labels(), count, y);
      Weights gradient = trained.weights().zeros();
      Weights truth = trained.weights().zeros();
      Outcome outcome = learner.learn(batch.inputs(), y, count, rule, gradient, truth);
      double[] cosines = Alignment.cosines(gradient, truth);
      for (int l = 0; l < cosines.length; l++) {
        mean[l] += cosines[l] / study.batches();
      }
      mean[cosines.length] +=
          outcome.settledOpen().unsettled() + outcome.settledClosed().unsettled();
      double[] errors =
          LineError.of(learner.activity(), learner.deltas(), pairs.excitatory(), count);
      for (int l = 0; l < errors.length; l++) {
        mean[layers.depth() + 2 + l] += errors[l] / study.batches();
      }
      seen += count;
    }
    if (mean[layers.depth() + 1] > config.model().maxUnsettled() * seen) {
      java.util.Arrays.fill(mean, 0, layers.depth() + 1, Double.NaN);
      java.util.Arrays.fill(mean, layers.depth() + 2, width(), Double.NaN);
    }
    state.add(mean);
    return state;
  }

  /** Cosines of all layers, unsettled images, errors of the line of hidden layers. */
  private int width() {
    return 2 * layers.depth() + 2;
  }

  @Override
  public Row row(List<double[]> state, long step) {
    AlignmentCase one = cases.get((int) step);
    Row row =
        new Row()
            .put("rule", AlignmentCase.word(one.rule()))
            .put("jacobian", AlignmentCase.word(one.jacobian()))
            .put("norm", one.norm())
            .put("gain", one.gain());
    double[] found = state.getLast();
    for (int l = 0; l <= layers.depth(); l++) {
      row.put("cosine/" + trained.name(l), found[l]);
    }
    for (int l = 0; l < layers.depth(); l++) {
      row.put("line_error/" + trained.name(l), found[layers.depth() + 2 + l]);
    }
    return row.put("unsettled", found[layers.depth() + 1]);
  }

  @Override
  public Arrays save(List<double[]> state) {
    int width = width();
    double[] all = new double[state.size() * width];
    for (int i = 0; i < state.size(); i++) {
      System.arraycopy(state.get(i), 0, all, i * width, width);
    }
    return Arrays.builder().put("cosines", all, state.size(), width).build();
  }

  @Override
  public List<double[]> restore(Arrays saved) {
    int width = width();
    double[] all = saved.doubles("cosines");
    List<double[]> state = new ArrayList<>();
    for (int at = 0; at < all.length; at += width) {
      state.add(java.util.Arrays.copyOfRange(all, at, at + width));
    }
    return state;
  }

  @Override
  public Row finish(List<double[]> state, Run run) {
    List<String> names = new ArrayList<>();
    for (int l = 0; l <= layers.depth(); l++) {
      names.add(trained.name(l));
    }
    run.figure("figures/alignment", new AlignmentFigure(cases, state, names).draw());
    Row summary = new Row();
    double unsettled = 0;
    for (int i = 0; i < cases.size(); i++) {
      unsettled += state.get(i)[layers.depth() + 1];
      AlignmentCase one = cases.get(i);
      for (int l = 0; l < layers.depth(); l++) {
        summary.put(
            "cosine/"
                + one.panel()
                + "/"
                + one.curve()
                + "/gain "
                + one.gain()
                + "/"
                + names.get(l),
            state.get(i)[l]);
      }
    }
    return summary.put("unsettled", unsettled);
  }
}
