package homeostat.kinds.disinhibition;

import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.circuit.Control;
import homeostat.disinhibition.rule.Learner;
import homeostat.disinhibition.rule.RuleSettings;
import homeostat.disinhibition.rule.RuleState;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kinds.disinhibition.config.ClassifierConfig;
import homeostat.kinds.disinhibition.trajectory.TrajectoryExperiment;
import homeostat.lab.Experiment;
import homeostat.lab.UserError;
import homeostat.task.image.Batch;
import java.util.Optional;

/** A circuit that settles on the first test images, as {@code simulate} shows it. */
record Settling(ClassifierConfig config, ImageParts images, Parallel parallel) {
  /** Images shown. */
  private static final int IMAGES = 4;

  Experiment<?> of(ClassifierState state) {
    Assembly assembly = new Assembly(config);
    if (!(assembly.cells() instanceof Pairs pairs)) {
      throw new UserError(
          "simulate: a network of plain units is at its steady state at once; take"
              + " model.vf.name=dale");
    }
    Batch batch = images.test().room();
    int count = Math.min(IMAGES, images.test().epoch(0).fill(0, batch));
    float[] y = new float[count * images.classes()];
    assembly.targets(images.classes()).fill(batch.labels(), count, y);
    RuleSettings rule = assembly.rule();
    return new TrajectoryExperiment(
        new TrajectoryExperiment.Scene(
            state.trained.weights(),
            pairs,
            assembly.solver(),
            control(assembly, state, batch, y, count),
            rule.loss(),
            batch.inputs(),
            y,
            batch.labels(),
            count));
  }

  /** The controller with the feedback and targets that learning would use on these images. */
  private Optional<Control> control(
      Assembly assembly, ClassifierState state, Batch batch, float[] y, int count) {
    if (!config.trainer().local()) {
      return Optional.empty();
    }
    RuleSettings rule = assembly.rule();
    Learner learner =
        new Learner(
            state.trained.weights(),
            assembly.cells(),
            assembly.route(),
            rule,
            count,
            parallel,
            Kernels.active());
    RuleState remembered = RuleState.start(state.trained.weights().layers(), rule);
    remembered.load(state.rule.save());
    learner.learn(batch.inputs(), y, count, remembered, state.trained.weights().zeros());
    return Optional.of(
        new Control(
            rule.loss(),
            rule.controller(),
            learner.feedback(),
            rule.toReadout(),
            learner.target()));
  }
}
