package homeostat.kinds.disinhibition;

import homeostat.array.Arrays;
import homeostat.disinhibition.circuit.Settled;
import homeostat.disinhibition.rule.Outcome;
import homeostat.disinhibition.rule.Score;
import homeostat.disinhibition.rule.Steering;
import homeostat.lab.Row;
import java.util.List;

/** What the batches of an epoch gave so far; averages weigh by images. */
final class EpochTally {
  private Score open = Score.NONE;
  private Score taught = Score.NONE;
  private Settled settled = new Settled(0, 0, 0);
  private long closedSteps;
  private long zeroFeedback;
  private final double[] angles;
  private final double[] cosines;
  private double cost;
  private double negative;
  private long compared;

  EpochTally(int layers) {
    angles = new double[layers];
    cosines = new double[layers];
  }

  void clear() {
    open = Score.NONE;
    taught = Score.NONE;
    settled = new Settled(0, 0, 0);
    closedSteps = 0;
    zeroFeedback = 0;
    java.util.Arrays.fill(angles, 0);
    java.util.Arrays.fill(cosines, 0);
    cost = 0;
    negative = 0;
    compared = 0;
  }

  void add(Outcome outcome) {
    open = open.and(outcome.open());
    taught = taught.and(outcome.taught());
    settled = settled.and(outcome.settledOpen()).and(outcome.settledClosed());
    closedSteps += outcome.settledClosed().steps();
    zeroFeedback += outcome.zeroFeedback();
  }

  /** Adds a comparison of a batch's gradient with the true one. */
  void compare(double[] ofLayers, Steering steering) {
    for (int l = 0; l < ofLayers.length; l++) {
      cosines[l] += ofLayers[l];
      angles[l] += StrictMath.toDegrees(StrictMath.acos(ofLayers[l]));
    }
    cost += steering.cost();
    negative += steering.negative();
    compared++;
  }

  Score open() {
    return open;
  }

  Score taught() {
    return taught;
  }

  /** Adds images that the network was judged by, not taught. */
  void judged(Settled one) {
    settled = settled.and(new Settled(0, one.residual(), one.unsettled()));
  }

  /** How states of pairs were found, and under control what it took and how gradients lay. */
  void put(Row row, List<String> layers, boolean local) {
    row.put("residual_max", settled.residual()).put("unsettled", settled.unsettled());
    if (!local) {
      return;
    }
    row.put("avg_solver_steps", (double) closedSteps / open.samples())
        .put("zero_feedback", zeroFeedback);
    if (compared > 0) {
      row.put("control_cost", cost / compared).put("negative_inhibition", negative / compared);
      for (int l = 0; l < angles.length; l++) {
        row.put("angle/" + layers.get(l), angles[l] / compared);
      }
      for (int l = 0; l < angles.length; l++) {
        row.put("cosine/" + layers.get(l), cosines[l] / compared);
      }
    }
  }

  Arrays save() {
    return Arrays.builder()
        .put("open", numbers(open))
        .put("taught", numbers(taught))
        .put("residual", new double[] {settled.residual()})
        .put(
            "counts",
            new long[] {settled.steps(), settled.unsettled(), closedSteps, zeroFeedback, compared})
        .put("angles", angles.clone())
        .put("cosines", cosines.clone())
        .put("steering", new double[] {cost, negative})
        .build();
  }

  void load(Arrays saved) {
    open = score(saved.doubles("open"));
    taught = score(saved.doubles("taught"));
    long[] counts = saved.longs("counts");
    settled = new Settled(counts[0], saved.doubles("residual")[0], (int) counts[1]);
    closedSteps = counts[2];
    zeroFeedback = counts[3];
    compared = counts[4];
    System.arraycopy(saved.doubles("angles"), 0, angles, 0, angles.length);
    System.arraycopy(saved.doubles("cosines"), 0, cosines, 0, cosines.length);
    cost = saved.doubles("steering")[0];
    negative = saved.doubles("steering")[1];
  }

  static double[] numbers(Score score) {
    return new double[] {score.samples(), score.lossSum(), score.correct()};
  }

  static Score score(double[] numbers) {
    return new Score((long) numbers[0], numbers[1], (long) numbers[2]);
  }
}
