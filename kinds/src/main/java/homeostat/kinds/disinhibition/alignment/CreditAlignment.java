package homeostat.kinds.disinhibition.alignment;

import homeostat.disinhibition.LeakyController;
import homeostat.kinds.disinhibition.NetworkChecks;
import homeostat.kinds.disinhibition.config.AlignmentConfig;
import homeostat.kinds.disinhibition.config.ModelSection;
import homeostat.kinds.disinhibition.config.TrainerSection;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;

/** How well do local rules assign credit, and what does the strength of control do to it? */
public final class CreditAlignment implements Kind<AlignmentConfig> {
  private static final long BASE = 500L << 20;
  private static final double SECONDS_PER_BATCH = 0.05;

  @Override
  public String name() {
    return "credit-alignment";
  }

  @Override
  public String summary() {
    return "Compares the updates of local rules with the true gradient, over gains and feedback.";
  }

  @Override
  public Class<AlignmentConfig> schema() {
    return AlignmentConfig.class;
  }

  @Override
  public void check(AlignmentConfig config, Problems problems) {
    NetworkChecks.check(config.dataset(), config.model().vf(), problems);
    unused(config, problems);
    if (!config.model().vf().pairs()) {
      problems.add("model.vf.name", "local rules need pairs of cells: \"dale\"");
    }
    if (config.study().rules().isEmpty()
        || config.study().rules().contains(TrainerSection.Form.BP)) {
      problems.add("study.rules", "name local rules: exact-inv, lin-thresh");
    }
    if (AlignmentCase.all(config.study()).isEmpty()) {
      problems.add("study.gains", "nothing to compare; give rules, jacobians, gains and norms");
    }
  }

  /** The study sets the controller itself, and finds roots. */
  private static void unused(AlignmentConfig config, Problems problems) {
    ModelSection model = config.model();
    LeakyController usual = new LeakyController(0.2, 0.4, 1, 0.1);
    if (!model.vf().controller().controller().equals(usual)) {
      problems.add("model.vf.controller", "is set by the study: its gain K is study.gains");
    }
    boolean integrated =
        model.route() == ModelSection.Route.SOLVER
            || model.dt() != 1e-3
            || model.horizon() != 2
            || model.rtol() != 1e-3
            || model.atol() != 1e-6
            || !model.adaptiveStepsize()
            || !model.earlyTermination();
    if (integrated) {
      problems.add(
          "model.route",
          "and the settings of the integration have no effect: the study solves for steady states"
              + " directly, to model.tolerance");
    }
  }

  @Override
  public Estimate estimate(AlignmentConfig config, RunSettings settings) {
    return new Estimate(
        BASE,
        AlignmentCase.all(config.study()).size(),
        SECONDS_PER_BATCH * config.study().batches(),
        "lower study.batchsize (" + config.study().batchsize() + ")");
  }

  @Override
  public Experiment<?> open(AlignmentConfig config, Setup setup) {
    return new AlignmentExperiment(config, setup.seed(), setup.parallel());
  }
}
