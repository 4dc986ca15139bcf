package homeostat.spiking.simulation;

import homeostat.kernel.Kernels;
import homeostat.kernel.membrane.MembraneStep;
import homeostat.kernel.membrane.MembraneSteps;
import homeostat.kernel.membrane.Membranes;
import homeostat.spiking.Blocks;
import homeostat.spiking.ConductanceNetwork;

/**
 * Forward simulation of one block: event-driven where spikes are (rows of spiking senders only),
 * one pass over the state where every neuron changes.
 */
final class BlockForward {
  private final ConductanceNetwork network;
  private final Layout layout;
  private final Tape tape;
  private final int width;
  private final int lanes;
  private final int size;
  private final Refractoriness refractoriness;
  private final MembraneSteps kernels = Kernels.active().membraneSteps();

  /** [vector] lanes that hold a neuron of a batch element. */
  private final short[] valid;

  /** [presynaptic group][entry] sum of weights of this step's spikes, without A. */
  private final float[] drive;

  /**
   * @param width lanes of the block
   * @param lanes bits of those that hold batch elements
   */
  BlockForward(ConductanceNetwork network, Layout layout, Tape tape, int width, int lanes) {
    this.network = network;
    this.layout = layout;
    this.tape = tape;
    this.width = width;
    this.lanes = lanes;
    this.size = network.slots().slots() * width;
    this.valid = valid();
    this.refractoriness = new Refractoriness(network, tape, width);
    this.drive = new float[network.physiology().groups() * size];
  }

  private short[] valid() {
    short[] masks = new short[size / Blocks.WIDTH];
    for (int slot : network.slots().slotOf()) {
      int entry = slot * width;
      masks[entry / Blocks.WIDTH] |= (short) (lanes << entry % Blocks.WIDTH);
    }
    return masks;
  }

  /**
   * Runs all steps of the tape; {@code v}, {@code g} and {@code rest} are updated in place.
   *
   * @param rest [entry] steps for which the neuron stays refractory; empty if none ever is
   */
  void run(float[] v, float[] g, short[] rest, Constants constants, short[] input) {
    MembraneStep[] rows = tape.rows();
    System.arraycopy(v, 0, rows[0].v(), 0, size);
    findSpikes(rows[0], constants);
    for (int t = 0; t < tape.steps(); t++) {
      if (tape.starts().length > 0 && t % tape.segment() == 0) {
        System.arraycopy(g, 0, tape.starts()[t / tape.segment()], 0, g.length);
      }
      if (rest.length > 0) {
        refractoriness.hold(t, rest);
      }
      step(t, g, constants, input);
    }
    if (rest.length > 0) {
      refractoriness.carry(rest);
    }
    System.arraycopy(rows[tape.steps()].v(), 0, v, 0, size);
  }

  /** Computes a segment once more, with the same bits; its start is lost by that. */
  void again(int segment, Constants constants, short[] input) {
    int end = Math.min(tape.steps(), (segment + 1) * tape.segment());
    for (int t = segment * tape.segment(); t < end; t++) {
      step(t, tape.starts()[segment], constants, input);
    }
  }

  private void step(int t, float[] g, Constants constants, short[] input) {
    MembraneStep row = tape.rows()[t];
    int[] start = network.slots().start();
    sendSpikes(row.spikes(), input, t * network.inputs());
    for (int c = 0; c < constants.step().length; c++) {
      kernels.advance(
          constants.step()[c],
          row,
          tape.rows()[t + 1],
          g,
          drive,
          valid,
          start[c] * width / Blocks.WIDTH,
          start[c + 1] * width / Blocks.WIDTH);
    }
  }

  /** Spikes of the first step; those of the others are found with the potentials. */
  private void findSpikes(MembraneStep row, Constants constants) {
    int[] start = network.slots().start();
    for (int c = 0; c < constants.step().length; c++) {
      Membranes membranes = constants.step()[c];
      int end = start[c + 1] * width / Blocks.WIDTH;
      for (int vector = start[c] * width / Blocks.WIDTH; vector < end; vector++) {
        int mask = 0;
        for (int lane = 0; lane < Blocks.WIDTH; lane++) {
          float v = row.v()[vector * Blocks.WIDTH + lane];
          mask |= (Surrogate.spikes(v, membranes.theta()) ? 1 : 0) << lane;
        }
        row.spikes()[vector] = (short) (mask & valid[vector]);
      }
    }
  }

  private void sendSpikes(short[] spikes, short[] input, int inputAt) {
    int shift = Integer.numberOfTrailingZeros(width);
    int[] start = network.slots().start();
    int types = start.length - 1;
    for (int c = 0; c < types; c++) {
      int end = start[c + 1] * width / Blocks.WIDTH;
      for (int vector = start[c] * width / Blocks.WIDTH; vector < end; vector++) {
        for (int rest = spikes[vector] & 0xFFFF; rest != 0; rest &= rest - 1) {
          int entry = vector * Blocks.WIDTH + Integer.numberOfTrailingZeros(rest);
          int lane = entry & (width - 1);
          layout.recurrent().scatter(entry >> shift, drive, width, c * size + lane);
        }
      }
    }
    for (int i = 0; i < network.inputs(); i++) {
      int at = (types + network.inputTypes()[i]) * size;
      for (int rest = input[inputAt + i] & lanes; rest != 0; rest &= rest - 1) {
        layout.inputs().scatter(i, drive, width, at + Integer.numberOfTrailingZeros(rest));
      }
    }
  }
}
