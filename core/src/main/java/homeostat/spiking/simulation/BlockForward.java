package homeostat.spiking.simulation;

import homeostat.kernel.membrane.MembraneStep;
import homeostat.kernel.membrane.Membranes;
import homeostat.spiking.Blocks;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.SpikingNetwork;

/**
 * Forward simulation of one block: event-driven where spikes are (rows of spiking senders only),
 * one pass over the state where every neuron changes.
 */
final class BlockForward {
  private final SpikingNetwork network;
  private final Tape tape;
  private final int width;
  private final int size;
  private final Refractoriness refractoriness;
  private final StepOrder order;
  private final Drive drive;

  /** [vector] lanes that hold a neuron of a batch element. */
  private final short[] valid;

  /**
   * @param width lanes of the block
   * @param lanes bits of those that hold batch elements
   */
  BlockForward(
      SpikingNetwork network, Tape tape, StepOrder order, Drive drive, int width, int lanes) {
    this.network = network;
    this.tape = tape;
    this.width = width;
    this.size = network.slots().slots() * width;
    this.valid = valid(lanes);
    this.refractoriness = new Refractoriness(network, tape, width);
    this.order = order;
    this.drive = drive;
  }

  private short[] valid(int lanes) {
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
  void run(float[] v, float[] g, short[] rest, Constants constants, ChunkInput input) {
    MembraneStep[] rows = tape.rows();
    System.arraycopy(v, 0, rows[0].v(), 0, size);
    drive.begin();
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
  void again(int segment, Constants constants, ChunkInput input) {
    int end = Math.min(tape.steps(), (segment + 1) * tape.segment());
    for (int t = segment * tape.segment(); t < end; t++) {
      step(t, tape.starts()[segment], constants, input);
    }
  }

  private void step(int t, float[] g, Constants constants, ChunkInput input) {
    MembraneStep row = tape.rows()[t];
    int[] start = network.slots().start();
    drive.send(row.spikes(), input, t);
    for (int c = 0; c < constants.step().length; c++) {
      order.advance(
          constants.step()[c],
          t,
          row,
          tape.rows()[t + 1],
          g,
          drive.panel(),
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
}
