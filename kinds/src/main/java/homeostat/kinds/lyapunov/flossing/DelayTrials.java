package homeostat.kinds.lyapunov.flossing;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.kinds.lyapunov.config.DelayTaskSection;

/**
 * Trials of a task with a delay. Inputs are independent and -1 or 1 with equal chance; targets are
 * 0 or 1. With s the input as 0 or 1 and d the delay, y(t) is s(t - d), or s1(t - d) xor s2(t - d),
 * or s(t - d) xor s(t - d/2).
 *
 * @param inputs [time][trial][input]
 * @param targets from the delay on, [time - delay][trial]
 */
record DelayTrials(float[] inputs, float[] targets) {

  static DelayTrials draw(DelayTaskSection task, int delay, Stream stream) {
    int channels = task.task().inputs();
    int row = task.batch() * channels;
    Draws draws = stream.draws();
    boolean[] bits = new boolean[task.steps() * row];
    float[] inputs = new float[bits.length];
    for (int e = 0; e < bits.length; e++) {
      bits[e] = draws.bernoulli(0.5);
      inputs[e] = bits[e] ? 1f : -1f;
    }
    float[] targets = new float[(task.steps() - delay) * task.batch()];
    for (int t = delay; t < task.steps(); t++) {
      for (int trial = 0; trial < task.batch(); trial++) {
        int past = (t - delay) * row + trial * channels;
        boolean value =
            switch (task.task()) {
              case DELAYED_COPY -> bits[past];
              case DELAYED_XOR -> bits[past] ^ bits[past + 1];
              case TEMPORAL_XOR -> bits[past] ^ bits[(t - delay / 2) * row + trial];
            };
        targets[(t - delay) * task.batch() + trial] = value ? 1f : 0f;
      }
    }
    return new DelayTrials(inputs, targets);
  }
}
