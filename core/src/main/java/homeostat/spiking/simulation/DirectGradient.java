package homeostat.spiking.simulation;

import homeostat.spiking.Blocks;
import homeostat.spiking.ConductanceNetwork;
import homeostat.spiking.Sensitivity;
import java.util.Arrays;
import java.util.List;

/** The weighted direct gradients of one block, in its panel layout. */
final class DirectGradient {
  private final ConductanceNetwork network;
  private final int batch;
  private final int steps;
  private final int block;
  private final float[] constant;
  private final float[] slope;
  private final float[] offset;
  private List<Sensitivity.Weighted> gradients = List.of();
  private boolean line;

  DirectGradient(ConductanceNetwork network, int batch, int steps, int block) {
    int size = network.neurons() * Blocks.WIDTH;
    this.network = network;
    this.batch = batch;
    this.steps = steps;
    this.block = block;
    this.constant = new float[size];
    this.slope = new float[size];
    this.offset = new float[size];
  }

  /** Takes the gradients of a chunk. */
  void set(List<Sensitivity.Weighted> chunk) {
    gradients = chunk;
    line = false;
    Arrays.fill(constant, 0);
    Arrays.fill(slope, 0);
    Arrays.fill(offset, 0);
    for (Sensitivity.Weighted weighted : chunk) {
      switch (weighted.gradient()) {
        case Sensitivity.SpikeCount count ->
            add(count.gradient(), weighted.weight(), 0, 1, constant);
        case Sensitivity.VoltageLine both -> {
          line = true;
          add(both.slope(), weighted.weight(), 0, 1, slope);
          add(both.offset(), weighted.weight(), 0, 1, offset);
        }
        case Sensitivity.Spikes dense -> check(dense.gradient().length);
        case Sensitivity.Voltages dense -> check(dense.gradient().length);
        case Sensitivity.Factors factors -> {}
        case Sensitivity.Weights weights -> {}
      }
    }
  }

  private void check(int length) {
    if (length != batch * steps * network.neurons()) {
      throw new IllegalArgumentException(
          length + " gradients are not " + batch + " x " + steps + " x " + network.neurons());
    }
  }

  /** {@code mu = dL/ds} of a step. */
  void spikes(int t, float[] mu) {
    System.arraycopy(constant, 0, mu, 0, mu.length);
    for (Sensitivity.Weighted weighted : gradients) {
      if (weighted.gradient() instanceof Sensitivity.Spikes dense) {
        add(dense.gradient(), weighted.weight(), t, steps, mu);
      }
    }
  }

  /** Adds dL/dv' of a step, with {@code next} the potential after it. */
  void voltages(int t, float[] next, float[] costate) {
    if (line) {
      StepLoops.addLine(slope, next, offset, costate);
    }
    for (Sensitivity.Weighted weighted : gradients) {
      if (weighted.gradient() instanceof Sensitivity.Voltages dense) {
        add(dense.gradient(), weighted.weight(), t, steps, costate);
      }
    }
  }

  /** Adds row {@code t} of {@code rows} from [batch][row][neuron] to a panel. */
  private void add(float[] gradient, double weight, int t, int rows, float[] panel) {
    int[] order = network.slots().order();
    int lanes = Math.min(Blocks.WIDTH, batch - block * Blocks.WIDTH);
    for (int lane = 0; lane < lanes; lane++) {
      int at = ((block * Blocks.WIDTH + lane) * rows + t) * order.length;
      for (int slot = 0; slot < order.length; slot++) {
        panel[slot * Blocks.WIDTH + lane] += (float) (weight * gradient[at + order[slot]]);
      }
    }
  }
}
