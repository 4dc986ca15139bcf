package homeostat.kinds.memory.golden;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.task.memory.TrialOrder;
import homeostat.task.memory.TrialSplit;

/** Golden cases of the division of trials. */
final class SplitCases {
  private SplitCases() {}

  static Outcome split(GoldenCase golden) {
    return golden.inputs().names().contains("permutation") ? shuffle(golden) : sizes(golden);
  }

  private static Outcome shuffle(GoldenCase golden) {
    NdArray trials = golden.inputs().get("trial_index");
    double[] numbers = trials.toDoubles();
    long[] trialOfRow = new long[numbers.length];
    java.util.Arrays.setAll(trialOfRow, i -> (long) numbers[i]);
    float[] order = golden.inputs().get("permutation").toFloats();
    int[] permutation = new int[order.length];
    java.util.Arrays.setAll(permutation, i -> (int) order[i]);
    int[] rows = TrialOrder.rows(trialOfRow, permutation);
    Arrays.Builder out = Arrays.builder();
    for (String name : new String[] {"X", "Y", "trial_index"}) {
      NdArray from = golden.inputs().get(name);
      double[] values = from.toDoubles();
      int wide = values.length / rows.length;
      double[] moved = new double[values.length];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(values, rows[i] * wide, moved, i * wide, wide);
      }
      out.put(name + "_shuffled", moved, from.shape());
    }
    return Outcome.of(out.build());
  }

  /** The expectation is a table whose rows say both what to compute and the result. */
  private static Outcome sizes(GoldenCase golden) {
    Arrays.Builder out = Arrays.builder();
    Arrays expected = golden.expected();
    for (int row = 0; expected.names().contains("table/" + row + "/trials"); row++) {
      String at = "table/" + row + "/";
      int trials = (int) expected.get(at + "trials").toDoubles()[0];
      double share = expected.get(at + "train_size").toDoubles()[0];
      int train = TrialSplit.trainingTrials(trials, share);
      put(out, at + "trials", trials);
      put(out, at + "train_size", share);
      put(out, at + "train", train);
      put(out, at + "validate", trials - train);
    }
    return Outcome.of(out.build());
  }

  private static void put(Arrays.Builder out, String name, double value) {
    out.put(name, new NdArray.F8(new double[] {value}, new int[0]));
  }
}
