package homeostat.disinhibition.rule;

import homeostat.disinhibition.Cells;
import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.Tangent;
import homeostat.disinhibition.Units;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.ClosedLoop;
import homeostat.disinhibition.circuit.Control;
import homeostat.disinhibition.circuit.Drive;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.OpenLoop;
import homeostat.disinhibition.circuit.RateFunction;
import homeostat.disinhibition.circuit.Settled;
import homeostat.disinhibition.circuit.UnitPass;
import homeostat.disinhibition.circuit.Weights;
import homeostat.disinhibition.feedback.FeedbackShape;
import homeostat.disinhibition.feedback.JacobianChain;
import homeostat.kernel.Kernels;
import java.util.List;
import java.util.Optional;

/** The work of {@link Learner} on some samples of a batch; for one thread at a time. */
final class LearningPart {
  private static final Settled NOTHING = new Settled(0, 0, 0);

  private final Layers layers;
  private final RuleSettings settings;
  private final OpenLoop pass;
  private final Optional<PairPart> pairs;
  private final Errors errors;

  /** What only pairs have. */
  private record PairPart(
      ClosedLoop loop, JacobianChain chain, FeedbackShape shape, RateFunction inhibitory) {}

  LearningPart(Weights weights, Cells cells, Route route, RuleSettings settings, Kernels kernels) {
    this.layers = weights.layers();
    this.settings = settings;
    Drive drive = new Drive(weights, kernels);
    errors = new Errors(drive, cells, Parts.MOST, kernels);
    switch (cells) {
      case Pairs of -> {
        ClosedLoop loop = route.start(drive, of, Parts.MOST, kernels);
        pass = loop;
        pairs =
            Optional.of(
                new PairPart(
                    loop,
                    JacobianChain.ofPairs(
                        weights, of, settings.feedback().jacobian(), Parts.MOST, kernels),
                    new FeedbackShape(settings.feedback(), kernels),
                    new RateFunction(of.inhibitory(), kernels)));
      }
      case Units of -> {
        pass = new UnitPass(drive, of.activation(), kernels);
        pairs = Optional.empty();
      }
    }
  }

  Outcome open(float[] x, float[] y, int from, int count, Activity activity) {
    Settled settled = pass.open(x, from, count, activity);
    Score score = Scoring.of(settings.loss(), activity.output(), y, from, count, layers.outputs());
    return new Outcome(score, score, settled, NOTHING, 0);
  }

  Outcome backPropagate(float[] y, int from, int count, Activity activity, List<float[]> deltas) {
    errors.backPropagated(settings.loss(), y, from, count, activity, deltas);
    return new Outcome(Score.NONE, Score.NONE, NOTHING, NOTHING, 0);
  }

  /** Feedback weights, target and, where the rule needs them, inhibitory rates. */
  Outcome prepare(
      float[] y,
      int from,
      int count,
      Activity activity,
      List<float[]> feedback,
      float[] target,
      List<float[]> inhibition) {
    PairPart part = pairs.orElseThrow();
    int outputs = layers.outputs();
    part.chain().fill(activity, from, count, feedback);
    long zero = 0;
    if (!settings.feedback().average()) {
      for (int l = 0; l < layers.depth(); l++) {
        int size = outputs * layers.units(l);
        zero += part.shape().shape(feedback.get(l), from * size, count, size);
      }
    }
    for (int b = from; b < from + count; b++) {
      if (settings.strong()) {
        System.arraycopy(y, b * outputs, target, b * outputs, outputs);
      } else {
        settings
            .loss()
            .nudged(
                activity.output(), b * outputs, y, b * outputs, outputs, settings.nudge(), target);
      }
    }
    for (int l = 0; l < inhibition.size(); l++) {
      int units = layers.units(l);
      part.inhibitory()
          .rate(
              activity.inhibitory().get(l),
              from * units,
              inhibition.get(l),
              from * units,
              count * units);
    }
    return new Outcome(Score.NONE, Score.NONE, NOTHING, NOTHING, zero);
  }

  /** The state under control, and its errors. */
  Outcome close(
      Control control,
      float[] y,
      float[] openOutput,
      int from,
      int count,
      Activity activity,
      List<Tangent[]> lines,
      List<float[]> deltas) {
    Settled settled = pairs.orElseThrow().loop().close(control, from, count, activity);
    for (int l = 0; l < layers.depth(); l++) {
      if (lines.isEmpty()) {
        errors.exactInverse(l, from, count, activity, deltas.get(l));
      } else {
        errors.linearThreshold(l, from, count, activity, lines.get(l), deltas.get(l));
      }
    }
    if (settings.toReadout()) {
      errors.ofControl(from, count, activity, deltas.get(layers.depth()));
    } else {
      errors.ofLoss(settings.loss(), openOutput, y, from, count, deltas.get(layers.depth()));
    }
    Score score = Scoring.of(settings.loss(), activity.output(), y, from, count, layers.outputs());
    return new Outcome(Score.NONE, score, NOTHING, settled, 0);
  }
}
