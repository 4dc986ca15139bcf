package homeostat.kinds.disinhibition;

import homeostat.disinhibition.feedback.Jacobian;
import homeostat.kinds.disinhibition.config.CircuitSection;
import homeostat.kinds.disinhibition.config.ClassifierConfig;
import homeostat.kinds.disinhibition.config.ModelSection;
import homeostat.kinds.disinhibition.config.TrainerSection;
import homeostat.lab.config.Problems;

/** Settings that contradict each other, or that the chosen rule would ignore. */
final class RuleChecks {
  private RuleChecks() {}

  static void check(ClassifierConfig config, Problems problems) {
    TrainerSection trainer = config.trainer();
    CircuitSection vf = config.model().vf();
    if (trainer.local() && !vf.pairs()) {
      problems.add(
          "trainer.name",
          "\"" + trainer.name() + "\" needs pairs of cells: model.vf.name = \"dale\"");
    }
    if (trainer.local()
        && config.model().route() == ModelSection.Route.EQUILIBRIUM
        && vf.controller().leak() == 0
        && vf.controller().kI() > 0) {
      problems.add(
          "model.vf.controller.leak",
          "an integrator that does not leak has no equilibrium; use a leak above 0, or model.route"
              + " = \"solver\"");
    }
    if (!trainer.local()) {
      ignored(trainer, problems);
    }
    feedback(trainer, problems);
    if (config.model().dt() > config.model().horizon()) {
      problems.add("model.dt", "is longer than model.T = " + config.model().horizon());
    }
  }

  /** Back-propagation has no controller. */
  private static void ignored(TrainerSection trainer, Problems problems) {
    String why = "trainer.name = \"bp\" has no feedback; this belongs to exact-inv and lin-thresh";
    if (trainer.averageFbWeights()) {
      problems.add("trainer.average_fb_weights", why);
    }
    if (trainer.clipFbWeights()) {
      problems.add("trainer.clip_fb_weights", why);
    }
    if (!trainer.normFbWeights()) {
      problems.add("trainer.norm_fb_weights", why);
    }
    if (trainer.normVal() != 1) {
      problems.add("trainer.norm_val", why);
    }
    if (!trainer.strongFb()) {
      problems.add("trainer.strong_fb", why);
    }
    if (trainer.fbJacobian() != Jacobian.FEEDFORWARD) {
      problems.add("trainer.fb_jacobian", why);
    }
  }

  private static void feedback(TrainerSection trainer, Problems problems) {
    if (trainer.fbDecay() > 0 && !trainer.averageFbWeights()) {
      problems.add("trainer.fb_decay", "needs trainer.average_fb_weights = true");
    }
    if (trainer.clipVal() != 1 && !trainer.clipFbWeights()) {
      problems.add("trainer.clip_val", "needs trainer.clip_fb_weights = true");
    }
    if (trainer.local() && trainer.normVal() != 1 && !trainer.normFbWeights()) {
      problems.add("trainer.norm_val", "needs trainer.norm_fb_weights = true");
    }
    if (trainer.targetNudge() != 0.015 && trainer.strongFb()) {
      problems.add("trainer.target_nudge", "needs trainer.strong_fb = false");
    }
    boolean lines = trainer.name() == TrainerSection.Form.LIN_THRESH;
    if (lines && trainer.avgInhLambda() == 1 && trainer.avgInhInit() != 0.8) {
      problems.warn(
          "trainer.avg_inh_init",
          "has no effect with trainer.avg_inh_lambda = 1, which forgets it");
    }
    if (!trainer.local() && trainer.angleEvery() != 20) {
      problems.warn("trainer.angle_every", "has no effect: back-propagation is the gradient");
    }
    if (!lines && (trainer.avgInhLambda() != 1 || trainer.avgInhInit() != 0.8)) {
      problems.add(
          trainer.avgInhLambda() != 1 ? "trainer.avg_inh_lambda" : "trainer.avg_inh_init",
          "belongs to trainer.name = \"lin-thresh\"");
    }
  }
}
