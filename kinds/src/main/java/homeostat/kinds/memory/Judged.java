package homeostat.kinds.memory;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.task.memory.Trials;
import java.util.ArrayList;
import java.util.List;

/**
 * A network in the validation trials.
 *
 * @param activity [trial][time][unit] hidden states
 * @param trials number of trials
 * @param steps length of a trial
 * @param units number H
 * @param answers arrays with a value for each scored step (which trial, which time step, what was
 *     due, what the network said: a value, or the most likely class), and arrays with one for each
 *     trial: its number, and what was drawn for it, as {@code condition/NAME}
 */
record Judged(double[] activity, int trials, int steps, int units, Arrays answers) {

  static Judged of(Trials shown, List<TrialBatch> batches) {
    int steps = shown.steps();
    int units = 0;
    double[] activity = new double[0];
    List<double[]> rows = new ArrayList<>();
    int first = 0;
    for (TrialBatch batch : batches) {
      batch.forward();
      float[] states = batch.states();
      int n = batch.trials();
      units = states.length / (n * steps);
      activity = activity.length == 0 ? new double[shown.trials() * steps * units] : activity;
      for (int t = 0; t < steps; t++) {
        for (int trial = 0; trial < n; trial++) {
          for (int unit = 0; unit < units; unit++) {
            activity[((first + trial) * steps + t) * units + unit] =
                states[(t * n + trial) * units + unit];
          }
        }
      }
      answers(batch, first, rows);
      first += n;
    }
    Arrays.Builder told = Arrays.builder();
    String[] names = {"trial", "step", "target", "answer"};
    for (int column = 0; column < names.length; column++) {
      int at = column;
      told.put(names[column], rows.stream().mapToDouble(row -> row[at]).toArray());
    }
    told.put("number", new NdArray.I4(shown.numbers(), shown.trials()));
    shown.conditions().forEach((name, values) -> told.put("condition/" + name, values));
    return new Judged(activity, shown.trials(), steps, units, told.build());
  }

  private static void answers(TrialBatch batch, int first, List<double[]> rows) {
    float[] answers = batch.answers();
    int outputs = answers.length / batch.rows().length;
    for (int k = 0; k < batch.rows().length; k++) {
      int best = 0;
      for (int c = 1; c < outputs; c++) {
        best = answers[k * outputs + c] > answers[k * outputs + best] ? c : best;
      }
      double answer = outputs == 1 ? answers[k] : best;
      int row = batch.rows()[k];
      int trial = first + row % batch.trials();
      int step = row / batch.trials();
      rows.add(new double[] {trial, step, batch.targets()[k], answer});
    }
  }
}
