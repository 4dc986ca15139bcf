package homeostat.kinds.lyapunov.training;

import homeostat.array.Arrays;
import homeostat.lyapunov.training.SpectrumTrainer;
import java.util.ArrayList;
import java.util.List;

/** A network in training, with its course. */
final class TrainingSample {
  private static final int NORMS = 3;

  final SpectrumTrainer trainer;

  /** Loss, then the exponents, of each epoch. */
  final List<double[]> course = new ArrayList<>();

  /** Norms of the gradients of weights, gains and shifts, of each epoch. */
  final List<double[]> norms = new ArrayList<>();

  /** The trainer as it was at the lowest loss. */
  Arrays best;

  double bestLoss = Double.POSITIVE_INFINITY;
  double[] carried;
  boolean done;

  TrainingSample(SpectrumTrainer trainer, double[] start) {
    this.trainer = trainer;
    carried = start.clone();
    best = trainer.save();
  }

  double loss() {
    return course.isEmpty() ? Double.NaN : course.getLast()[0];
  }

  double largest() {
    double[] last = course.getLast();
    return java.util.Arrays.stream(last, 1, last.length).max().orElse(Double.NaN);
  }

  /**
   * Loss and exponents of the epoch whose parameters are kept: the one of the lowest loss, or the
   * last one.
   */
  double[] told(boolean last) {
    double[] best = course.getLast();
    for (double[] row : course) {
      best = !last && Math.abs(row[0]) == Math.abs(bestLoss) ? row : best;
    }
    return best;
  }

  Arrays save() {
    int columns = course.isEmpty() ? 0 : course.get(0).length;
    return Arrays.builder()
        .putAll("trainer/", trainer.save())
        .putAll("best/", best)
        .put("best_loss", new double[] {bestLoss})
        .put("course", flat(course, columns), course.size(), columns)
        .put("carried", carried.clone())
        .put("norms", flat(norms, NORMS), norms.size(), NORMS)
        .put("done", new int[] {done ? 1 : 0})
        .build();
  }

  private static double[] flat(List<double[]> rows, int columns) {
    double[] flat = new double[rows.size() * columns];
    for (int e = 0; e < rows.size(); e++) {
      System.arraycopy(rows.get(e), 0, flat, e * columns, columns);
    }
    return flat;
  }

  void load(Arrays saved) {
    trainer.load(saved.below("trainer/"));
    best = saved.below("best/").copy();
    bestLoss = saved.doubles("best_loss")[0];
    fill(course, saved.doubles("course"), saved.get("course").shape()[1]);
    carried = saved.doubles("carried").clone();
    fill(norms, saved.doubles("norms"), NORMS);
    done = saved.ints("done")[0] == 1;
  }

  private static void fill(List<double[]> rows, double[] flat, int columns) {
    rows.clear();
    for (int from = 0; from < flat.length; from += columns) {
      rows.add(java.util.Arrays.copyOfRange(flat, from, from + columns));
    }
  }
}
