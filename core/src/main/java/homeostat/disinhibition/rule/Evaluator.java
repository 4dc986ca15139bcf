package homeostat.disinhibition.rule;

import homeostat.disinhibition.Cells;
import homeostat.disinhibition.ControlLoss;
import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.Units;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.Drive;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.OpenLoop;
import homeostat.disinhibition.circuit.Settled;
import homeostat.disinhibition.circuit.UnitPass;
import homeostat.disinhibition.circuit.Weights;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import java.util.ArrayList;
import java.util.List;

/** Judges a network by its open-loop outputs. */
public final class Evaluator {
  private static final Settled NOTHING = new Settled(0, 0, 0);

  private final Layers layers;
  private final ControlLoss loss;
  private final Parallel parallel;
  private final List<OpenLoop> passes = new ArrayList<>();
  private final Activity activity;
  private Settled settled = NOTHING;

  /**
   * @param capacity most samples of a call
   */
  public Evaluator(
      Weights weights,
      Cells cells,
      Route route,
      ControlLoss loss,
      int capacity,
      Parallel parallel,
      Kernels kernels) {
    this.layers = weights.layers();
    this.loss = loss;
    this.parallel = parallel;
    for (int i = 0; i < Parts.of(capacity).count(); i++) {
      passes.add(pass(cells, route, new Drive(weights, kernels), kernels));
    }
    activity =
        cells instanceof Pairs
            ? Activity.ofPairs(layers, capacity)
            : Activity.ofUnits(layers, capacity);
  }

  private static OpenLoop pass(Cells cells, Route route, Drive drive, Kernels kernels) {
    return switch (cells) {
      case Pairs pairs -> route.start(drive, pairs, Parts.MOST, kernels);
      case Units units -> new UnitPass(drive, units.activation(), kernels);
    };
  }

  /**
   * Scores a batch.
   *
   * @param x inputs, [sample][input]
   * @param y targets, [sample][output]
   */
  public Score score(float[] x, float[] y, int samples) {
    Parts parts = Parts.of(samples);
    Score[] scores = new Score[parts.count()];
    Settled[] found = new Settled[parts.count()];
    parallel.forEach(
        parts.count(),
        part -> {
          int from = parts.from(part);
          int count = parts.samples(part);
          found[part] = passes.get(part).open(x, from, count, activity);
          scores[part] = Scoring.of(loss, activity.output(), y, from, count, layers.outputs());
        });
    Score total = Score.NONE;
    for (Score score : scores) {
      total = total.and(score);
    }
    settled = NOTHING;
    for (Settled part : found) {
      settled = settled.and(part);
    }
    return total;
  }

  /** How the steady states of the batch scored last were found. */
  public Settled settled() {
    return settled;
  }

  /** The activity of the batch scored last. */
  public Activity activity() {
    return activity;
  }
}
