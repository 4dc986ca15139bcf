package homeostat.kinds.disinhibition;

import homeostat.disinhibition.Cells;
import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.Targets;
import homeostat.disinhibition.Units;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.equilibrium.EquilibriumSettings;
import homeostat.disinhibition.feedback.FeedbackSettings;
import homeostat.disinhibition.rule.Route;
import homeostat.disinhibition.rule.RuleSettings;
import homeostat.disinhibition.solver.SolverSettings;
import homeostat.kinds.disinhibition.config.CircuitSection;
import homeostat.kinds.disinhibition.config.ClassifierConfig;
import homeostat.kinds.disinhibition.config.DatasetSection;
import homeostat.kinds.disinhibition.config.ModelSection;
import homeostat.kinds.disinhibition.config.TrainerSection;

/** From a config to what it describes. */
record Assembly(ClassifierConfig config) {

  Layers layers(int inputs, int classes) {
    return new Layers(inputs, config.model().vf().hidden(), classes);
  }

  Cells cells() {
    CircuitSection vf = config.model().vf();
    return vf.pairs()
        ? new Pairs(vf.excitatory().rectifier(), vf.inhibitory().rectifier(), vf.tauE(), vf.tauI())
        : new Units(vf.activation().rectifier(), vf.tau());
  }

  Route route() {
    ModelSection model = config.model();
    return switch (model.route()) {
      case EQUILIBRIUM ->
          new Route.Equilibrium(
              new EquilibriumSettings(model.tolerance(), model.maxSweeps()), model.fallback());
      case SOLVER -> new Route.Solver(solver());
    };
  }

  /** How the circuit is integrated, where it is. */
  SolverSettings solver() {
    ModelSection model = config.model();
    return new SolverSettings(
        model.dt(),
        model.horizon(),
        model.rtol(),
        model.atol(),
        model.adaptiveStepsize(),
        model.earlyTermination());
  }

  RuleSettings rule() {
    TrainerSection trainer = config.trainer();
    return new RuleSettings(
        trainer.name().rule(),
        config.dataset().loss().name(),
        config.model().vf().controller().controller(),
        new FeedbackSettings(
            trainer.fbJacobian(),
            trainer.averageFbWeights(),
            trainer.fbDecay(),
            trainer.clipFbWeights(),
            trainer.clipVal(),
            trainer.normFbWeights(),
            trainer.normVal()),
        config.model().vf().fbToReadout(),
        trainer.strongFb(),
        trainer.targetNudge(),
        trainer.avgInhLambda(),
        trainer.avgInhInit());
  }

  Targets targets(int classes) {
    DatasetSection dataset = config.dataset();
    return dataset.softTargets()
        ? Targets.soft(classes, dataset.softTargetVal())
        : Targets.hard(classes);
  }
}
