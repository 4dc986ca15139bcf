package homeostat.kinds.lyapunov.training;

import homeostat.array.Arrays;
import homeostat.lyapunov.training.SpectrumTrainer;
import java.util.ArrayList;
import java.util.List;

/** A network in training, with its course. */
final class TrainingSample {
  final SpectrumTrainer trainer;

  /** Loss, then the exponents, of each epoch. */
  final List<double[]> course = new ArrayList<>();

  /** The trainer as it was at the lowest loss. */
  Arrays best;

  double bestLoss = Double.POSITIVE_INFINITY;
  double[] carried;
  double[] norms = new double[3];
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

  Arrays save() {
    int columns = course.isEmpty() ? 0 : course.get(0).length;
    double[] flat = new double[course.size() * columns];
    for (int e = 0; e < course.size(); e++) {
      System.arraycopy(course.get(e), 0, flat, e * columns, columns);
    }
    return Arrays.builder()
        .putAll("trainer/", trainer.save())
        .putAll("best/", best)
        .put("best_loss", new double[] {bestLoss})
        .put("course", flat, course.size(), columns)
        .put("carried", carried.clone())
        .put("norms", norms.clone())
        .put("done", new int[] {done ? 1 : 0})
        .build();
  }

  void load(Arrays saved) {
    trainer.load(saved.below("trainer/"));
    best = saved.below("best/").copy();
    bestLoss = saved.doubles("best_loss")[0];
    int[] shape = saved.get("course").shape();
    double[] flat = saved.doubles("course");
    course.clear();
    for (int e = 0; e < shape[0]; e++) {
      course.add(java.util.Arrays.copyOfRange(flat, e * shape[1], (e + 1) * shape[1]));
    }
    carried = saved.doubles("carried").clone();
    norms = saved.doubles("norms").clone();
    done = saved.ints("done")[0] == 1;
  }
}
