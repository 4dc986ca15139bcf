package homeostat.disinhibition.rule;

import homeostat.array.Arrays;
import homeostat.disinhibition.circuit.Layers;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule remembers from batch to batch; updated in place.
 *
 * @param inhibition running mean of phiI(uI) of each hidden layer without control, [unit]
 * @param feedback running mean of the feedback weights of each hidden layer, [output][unit]
 * @param batches number of batches seen, one element
 */
public record RuleState(List<float[]> inhibition, List<float[]> feedback, long[] batches) {

  /** Before the first batch. */
  public static RuleState start(Layers layers, RuleSettings settings) {
    List<float[]> inhibition = new ArrayList<>();
    List<float[]> feedback = new ArrayList<>();
    for (int units : layers.hidden()) {
      float[] mean = new float[units];
      java.util.Arrays.fill(mean, (float) settings.inhibitionStart());
      inhibition.add(mean);
      feedback.add(new float[layers.outputs() * units]);
    }
    return new RuleState(List.copyOf(inhibition), List.copyOf(feedback), new long[1]);
  }

  /** Everything, copied. */
  public Arrays save() {
    Arrays.Builder arrays = Arrays.builder();
    for (int l = 0; l < inhibition.size(); l++) {
      arrays.put("avg_inh_" + l, inhibition.get(l).clone());
      arrays.put("avg_fb_" + l, feedback.get(l).clone());
    }
    return arrays.put("batches", batches.clone()).build();
  }

  /** Takes what {@link #save} gave. */
  public void load(Arrays saved) {
    for (int l = 0; l < inhibition.size(); l++) {
      copy(saved.floats("avg_inh_" + l), inhibition.get(l));
      copy(saved.floats("avg_fb_" + l), feedback.get(l));
    }
    batches[0] = saved.longs("batches")[0];
  }

  private static void copy(float[] from, float[] to) {
    if (from.length != to.length) {
      throw new IllegalArgumentException(
          from.length + " saved numbers for " + to.length + "; of another network?");
    }
    System.arraycopy(from, 0, to, 0, to.length);
  }
}
