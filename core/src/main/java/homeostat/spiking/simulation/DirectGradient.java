package homeostat.spiking.simulation;

import homeostat.spiking.Blocks;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikingNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The weighted direct gradients of one block, in its panel layout. */
final class DirectGradient {
  private static final float[] NOTHING = {};

  private final SpikingNetwork network;
  private final int batch;
  private final int steps;
  private final int block;
  private final int size;
  private final float[] constant;

  /** [entry] what a step with a spike has more than one without. */
  private float[] atSpikes = NOTHING;

  private final List<Line> lines = new ArrayList<>();

  /** [which][entry] a step's gradients, where they are not the same at every step. */
  private final float[][] spikes = {NOTHING, NOTHING};

  private final float[][] voltages = {NOTHING, NOTHING};
  private List<Sensitivity.Weighted> gradients = List.of();
  private boolean toggles;
  private boolean denseSpikes;
  private boolean denseVoltages;

  /** A gradient that is linear in the potential. */
  private record Line(float[] slope, float[] offset, double fade) {}

  DirectGradient(SpikingNetwork network, int batch, int steps, int block) {
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
    toggles = false;
    lines.clear();
    denseSpikes = false;
    denseVoltages = false;
    Arrays.fill(constant, 0);
    Arrays.fill(atSpikes, 0);
    for (Sensitivity.Weighted weighted : chunk) {
      switch (weighted.gradient()) {
        case Sensitivity.SpikeCount count ->
            add(count.gradient(), weighted.weight(), 0, 1, constant);
        case Sensitivity.SpikeToggle toggle -> {
          toggles = true;
          atSpikes = sized(atSpikes);
          add(toggle.more(), weighted.weight(), 0, 1, constant);
          add(toggle.less(), weighted.weight(), 0, 1, atSpikes);
          add(toggle.more(), -weighted.weight(), 0, 1, atSpikes);
        }
        case Sensitivity.VoltageLine both -> {
          Line line = new Line(new float[size], new float[size], both.fade());
          add(both.slope(), weighted.weight(), 0, 1, line.slope());
          add(both.offset(), weighted.weight(), 0, 1, line.offset());
          lines.add(line);
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
   * @param fired [vector] lanes that spiked in the step
   */
  float[] spikes(int t, int which, short[] fired) {
    if (!(denseSpikes || toggles) || t < 0) {
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
    if (toggles) {
      addAtSpikes(fired, mu);
    }
    return mu;
  }

  private void addAtSpikes(short[] fired, float[] mu) {
    for (int vector = 0; vector < fired.length; vector++) {
      for (int rest = fired[vector] & 0xFFFF; rest != 0; rest &= rest - 1) {
        int entry = vector * Blocks.WIDTH + Integer.numberOfTrailingZeros(rest);
        mu[entry] += atSpikes[entry];
      }
    }
  }

  /**
   * dL/dv' of a step, empty where no loss looks at potentials or before the first step; valid until
   * the same one of two is asked for again.
   *
   * @param after [entry] the potential after it
   * @param which 0 or 1
   */
  float[] voltages(int t, float[] after, int which) {
    if ((lines.isEmpty() && !denseVoltages) || t < 0) {
      return NOTHING;
    }
    float[] nu = sized(voltages[which]);
    voltages[which] = nu;
    Arrays.fill(nu, 0);
    for (Line line : lines) {
      float faded = (float) StrictMath.pow(line.fade(), steps - 1 - t);
      for (int i = 0; i < size; i++) {
        nu[i] += faded * (line.slope()[i] * after[i] + line.offset()[i]);
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
