package homeostat.kinds.disinhibition;

import homeostat.kinds.disinhibition.config.ClassifierConfig;
import homeostat.kinds.disinhibition.config.ControllerSection;
import homeostat.kinds.disinhibition.config.ModelSection;
import homeostat.lab.config.Problems;

/** Settings of a route to the steady states that a run does not take. */
final class RouteChecks {
  private static final String INTEGRATION =
      "changes no steady state; model.route = \"solver\", --check and simulate take it";

  private RouteChecks() {}

  static void check(ClassifierConfig config, Problems problems) {
    ModelSection model = config.model();
    boolean solver = model.route() == ModelSection.Route.SOLVER;
    if (!model.vf().pairs()) {
      if (solver) {
        problems.warn(
            "model.route", "has no effect: plain units are at their steady state at once");
      }
      return;
    }
    if (solver) {
      String roots = "has no effect on model.route = \"solver\", but for --check";
      told(model.tolerance() != 5e-6, "model.tolerance", roots, problems);
      told(model.maxSweeps() != 300, "model.max_sweeps", roots, problems);
      told(!model.fallback(), "model.fallback", roots, problems);
    } else {
      integration(model, problems);
    }
    if (!config.trainer().local()) {
      String none = "has no effect: trainer.name = \"bp\" has no controller";
      ControllerSection controller = model.vf().controller();
      told(controller.kP() != 0.2, "model.vf.controller.k_p", none, problems);
      told(controller.kI() != 0.4, "model.vf.controller.k_i", none, problems);
      told(controller.leak() != 1, "model.vf.controller.leak", none, problems);
      told(controller.tau() != 0.1, "model.vf.controller.tau", none, problems);
      told(!model.vf().fbToReadout(), "model.vf.fb_to_readout", none, problems);
    }
  }

  private static void integration(ModelSection model, Problems problems) {
    told(model.dt() != 1e-3, "model.dt", INTEGRATION, problems);
    told(model.horizon() != 2, "model.T", INTEGRATION, problems);
    told(model.rtol() != 1e-3, "model.rtol", INTEGRATION, problems);
    told(model.atol() != 1e-6, "model.atol", INTEGRATION, problems);
    told(!model.adaptiveStepsize(), "model.adaptive_stepsize", INTEGRATION, problems);
    told(!model.earlyTermination(), "model.early_termination", INTEGRATION, problems);
    told(model.vf().tauE() != 20e-3, "model.vf.tauE", INTEGRATION, problems);
    told(model.vf().tauI() != 5e-3, "model.vf.tauI", INTEGRATION, problems);
  }

  private static void told(boolean given, String key, String why, Problems problems) {
    if (given) {
      problems.warn(key, why);
    }
  }
}
