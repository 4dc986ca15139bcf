package homeostat.spiking.simulation;

import homeostat.spiking.Blocks;
import homeostat.spiking.ConductanceNetwork;
import homeostat.spiking.Sensitivity;
import java.util.Arrays;
import java.util.List;

/** The weighted direct gradients of one block, in its panel layout. */
final class DirectGradient {
  private static final float[] NOTHING = {};

  private final ConductanceNetwork network;
  private final int batch;
  private final int steps;
  private final int block;
  private final int size;
  private final float[] constant;

  /** [0 or 1][entry] slope and offset, where a loss has them. */
  private float[][] line = {NOTHING, NOTHING};

  /** [which][entry] a step's gradients, where they are not the same at every step. */
  private final float[][] spikes = {NOTHING, NOTHING};

  private final float[][] voltages = {NOTHING, NOTHING};
  private List<Sensitivity.Weighted> gradients = List.of();
  private boolean lines;
  private boolean denseSpikes;
  private boolean denseVoltages;

  DirectGradient(ConductanceNetwork network, int batch, int steps, int block) {
    this.network = network;
    this.batch = batch;
    this.steps = steps;
    this.block = block;
    this.size = network.slots().slots() * Blocks.width(batch, block);
    this.constant = new float[size];
  }

  /** Takes the gradients of a chunk. */
  void set(List<Sensitivity.Weighted> chunk) {
    gradients = chunk;
    lines = false;
    denseSpikes = false;
    denseVoltages = false;
    Arrays.fill(constant, 0);
    Arrays.fill(line[0], 0);
    Arrays.fill(line[1], 0);
    for (Sensitivity.Weighted weighted : chunk) {
      switch (weighted.gradient()) {
        case Sensitivity.SpikeCount count ->
            add(count.gradient(), weighted.weight(), 0, 1, constant);
        case Sensitivity.VoltageLine both -> {
          lines = true;
          line = new float[][] {sized(line[0]), sized(line[1])};
          add(both.slope(), weighted.weight(), 0, 1, line[0]);
          add(both.offset(), weighted.weight(), 0, 1, line[1]);
        }
        case Sensitivity.Spikes dense -> {
          denseSpikes = true;
          check(dense.gradient().length);
        }
        case Sensitivity.Voltages dense -> {
          denseVoltages = true;
          check(dense.gradient().length);
        }
        case Sensitivity.Factors factors -> {}
        case Sensitivity.Weights weights -> {}
      }
    }
  }

  private float[] sized(float[] panel) {
    return panel.length == size ? panel : new float[size];
  }

  private void check(int length) {
    if (length != batch * steps * network.neurons()) {
      throw new IllegalArgumentException(
          length + " gradients are not " + batch + " x " + steps + " x " + network.neurons());
    }
  }

  /**
   * dL/ds of a step; valid until the same one of two is asked for again.
   *
   * @param which 0 or 1
   */
  float[] spikes(int t, int which) {
    if (!denseSpikes || t < 0) {
      return constant;
    }
    float[] mu = sized(spikes[which]);
    spikes[which] = mu;
    System.arraycopy(constant, 0, mu, 0, size);
    for (Sensitivity.Weighted weighted : gradients) {
      if (weighted.gradient() instanceof Sensitivity.Spikes dense) {
        add(dense.gradient(), weighted.weight(), t, steps, mu);
      }
    }
    return mu;
  }

  /**
   * dL/dv' of a step, empty where no loss looks at potentials or before the first step; valid until
   * the same one of two is asked for again.
   *
   * @param after [entry] the potential after it
   * @param which 0 or 1
   */
  float[] voltages(int t, float[] after, int which) {
    if (!(lines || denseVoltages) || t < 0) {
      return NOTHING;
    }
    float[] nu = sized(voltages[which]);
    voltages[which] = nu;
    Arrays.fill(nu, 0);
    if (lines) {
      for (int i = 0; i < size; i++) {
        nu[i] = line[0][i] * after[i] + line[1][i];
      }
    }
    for (Sensitivity.Weighted weighted : gradients) {
      if (weighted.gradient() instanceof Sensitivity.Voltages dense) {
        add(dense.gradient(), weighted.weight(), t, steps, nu);
      }
    }
    return nu;
  }

  /** Adds row {@code t} of {@code rows} from [batch][row][neuron] to a panel. */
  private void add(float[] gradient, double weight, int t, int rows, float[] panel) {
    int[] slotOf = network.slots().slotOf();
    int width = Blocks.width(batch, block);
    for (int lane = 0; lane < Blocks.used(batch, block); lane++) {
      int at = ((block * Blocks.WIDTH + lane) * rows + t) * slotOf.length;
      for (int n = 0; n < slotOf.length; n++) {
        panel[slotOf[n] * width + lane] += (float) (weight * gradient[at + n]);
      }
    }
  }
}
