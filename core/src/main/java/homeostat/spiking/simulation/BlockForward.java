package homeostat.spiking.simulation;

import homeostat.spiking.Blocks;
import homeostat.spiking.CellParameters;
import homeostat.spiking.ConductanceNetwork;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.StepConstants;
import java.util.Arrays;

/**
 * Forward simulation of one block: event-driven where spikes are (rows of spiking senders only),
 * dense where every neuron changes, in tiles that stay in the first-level cache.
 */
final class BlockForward {
  /** Panel entries that are worked on at a time: a few arrays of 4 kB. */
  static final int TILE = 1024;

  private final ConductanceNetwork network;
  private final Layout layout;
  private final Tape tape;
  private final boolean adjoint;
  private final int valid;

  /** [presynaptic group][slot * 16 + lane] sum of weights of this step's spikes, without A. */
  private final float[][] drive;

  BlockForward(ConductanceNetwork network, Layout layout, Tape tape, boolean adjoint, int valid) {
    this.network = network;
    this.layout = layout;
    this.tape = tape;
    this.adjoint = adjoint;
    this.valid = valid;
    this.drive = new float[network.physiology().groups()][network.neurons() * Blocks.WIDTH];
  }

  /** Runs all steps of the tape; {@code v} and {@code g} are updated in place. */
  void run(float[] v, float[][] g, ScalingFactors factors, short[] input) {
    float[][] rows = tape.v();
    System.arraycopy(v, 0, rows[0], 0, v.length);
    int steps = tape.spikes().length;
    for (int t = 0; t < steps; t++) {
      short[] spikes = tape.spikes()[t];
      findSpikes(rows[t], spikes);
      sendSpikes(spikes, input, t * network.inputs());
      for (int c = 0; c < network.physiology().types(); c++) {
        int end = network.slots().start()[c + 1] * Blocks.WIDTH;
        for (int from = network.slots().start()[c] * Blocks.WIDTH; from < end; from += TILE) {
          updateTile(t, c, from, Math.min(end, from + TILE), g, factors);
        }
      }
      reset(spikes, rows[t + 1]);
    }
    System.arraycopy(rows[steps], 0, v, 0, v.length);
  }

  private void findSpikes(float[] v, short[] spikes) {
    int[] start = network.slots().start();
    for (int c = 0; c < network.physiology().types(); c++) {
      float theta = (float) network.physiology().cells().get(c).theta();
      for (int slot = start[c]; slot < start[c + 1]; slot++) {
        int mask = 0;
        for (int lane = 0; lane < Blocks.WIDTH; lane++) {
          mask |= (Surrogate.spikes(v[slot * Blocks.WIDTH + lane], theta) ? 1 : 0) << lane;
        }
        spikes[slot] = (short) (mask & valid);
      }
    }
  }

  private void sendSpikes(short[] spikes, short[] input, int inputAt) {
    int types = network.physiology().types();
    int[] start = network.slots().start();
    for (int c = 0; c < types; c++) {
      for (int slot = start[c]; slot < start[c + 1]; slot++) {
        if (spikes[slot] != 0) {
          layout.recurrent().scatter(slot, spikes[slot] & 0xFFFF, drive[c]);
        }
      }
    }
    for (int i = 0; i < network.inputs(); i++) {
      int mask = input[inputAt + i] & valid;
      if (mask != 0) {
        layout.inputs().scatter(i, mask, drive[types + network.inputTypes()[i]]);
      }
    }
  }

  private void updateTile(int t, int c, int from, int to, float[][] g, ScalingFactors factors) {
    Physiology physiology = network.physiology();
    StepConstants constants = network.constants();
    float[] v = tape.v()[t];
    float[] next = tape.v()[t + 1];
    float[] total = tape.total()[t];
    Arrays.fill(total, from, to, 0);
    Arrays.fill(next, from, to, 0);
    if (adjoint) {
      Arrays.fill(tape.clamped()[t], from, to, 0);
    }
    for (int k = 0; k < physiology.synapses(); k++) {
      int group = physiology.group(k);
      double factor = factors.of(group, c);
      float[] rise = g[2 * k];
      float[] decay = g[2 * k + 1];
      float reversal = (float) physiology.synapse(k).reversal();
      StepLoops.accumulate(from, to, rise, decay, v, total, next, reversal);
      StepLoops.advance(
          from,
          to,
          rise,
          decay,
          drive[group],
          (float) constants.alpha()[0][k],
          (float) constants.alpha()[1][k],
          (float) (constants.scale()[0][k] * factor),
          (float) (constants.scale()[1][k] * factor));
      for (int component = 0; component < 2; component++) {
        float lower = (float) constants.lower()[component][k];
        float upper = (float) constants.upper()[component][k];
        if (adjoint) {
          StepLoops.clamp(
              from, to, g[2 * k + component], lower, upper, tape.clamped()[t], 2 * k + component);
        } else {
          StepLoops.clamp(from, to, g[2 * k + component], lower, upper);
        }
      }
    }
    for (float[] panel : drive) {
      Arrays.fill(panel, from, to, 0);
    }
    CellParameters cell = physiology.cells().get(c);
    StepLoops.membrane(
        from,
        to,
        v,
        next,
        (float) (constants.dt() / constants.capacitance()[c]),
        (float) cell.leakReversal(),
        (float) (1 - constants.beta()[c]));
  }

  private void reset(short[] spikes, float[] next) {
    int[] start = network.slots().start();
    for (int c = 0; c < network.physiology().types(); c++) {
      float reset = (float) network.physiology().cells().get(c).reset();
      for (int slot = start[c]; slot < start[c + 1]; slot++) {
        for (int rest = spikes[slot] & 0xFFFF; rest != 0; rest &= rest - 1) {
          next[slot * Blocks.WIDTH + Integer.numberOfTrailingZeros(rest)] = reset;
        }
      }
    }
  }
}
