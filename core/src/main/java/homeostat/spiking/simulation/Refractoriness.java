package homeostat.spiking.simulation;

import homeostat.kernel.membrane.MembraneStep;
import homeostat.spiking.Blocks;
import homeostat.spiking.SpikingNetwork;

/**
 * Keeps neurons at their reset potential for R steps after the step of a spike: a potential is
 * reset in step t if there was a spike in one of the steps t - R .. t.
 */
final class Refractoriness {
  private final SpikingNetwork network;
  private final Tape tape;
  private final int width;

  /**
   * @param width lanes of the block
   */
  Refractoriness(SpikingNetwork network, Tape tape, int width) {
    this.network = network;
    this.tape = tape;
    this.width = width;
  }

  private int first(int type) {
    return network.slots().start()[type] * width / Blocks.WIDTH;
  }

  /**
   * Marks what step t resets.
   *
   * @param rest [entry] steps from the start of the chunk that are reset because of earlier spikes
   */
  void hold(int t, short[] rest) {
    MembraneStep[] rows = tape.rows();
    short[] reset = rows[t].reset();
    for (int type = 0; type < network.physiology().types(); type++) {
      int steps = network.refractorySteps(type);
      for (int vector = first(type); vector < first(type + 1); vector++) {
        int mask = 0;
        for (int before = Math.max(0, t - steps); before <= t; before++) {
          mask |= rows[before].spikes()[vector];
        }
        if (t < steps) {
          for (int lane = 0; lane < Blocks.WIDTH; lane++) {
            mask |= rest[vector * Blocks.WIDTH + lane] > t ? 1 << lane : 0;
          }
        }
        reset[vector] = (short) mask;
      }
    }
  }

  /** Turns the rest at the start of the chunk into that at its end. */
  void carry(short[] rest) {
    int end = tape.steps();
    for (int type = 0; type < network.physiology().types(); type++) {
      int steps = network.refractorySteps(type);
      int to = first(type + 1) * Blocks.WIDTH;
      for (int entry = first(type) * Blocks.WIDTH; entry < to; entry++) {
        int left = Math.max(0, rest[entry] - end);
        for (int t = Math.max(0, end - steps); t < end; t++) {
          boolean spike =
              (tape.rows()[t].spikes()[entry / Blocks.WIDTH] >> entry % Blocks.WIDTH & 1) != 0;
          left = spike ? steps - (end - 1 - t) : left;
        }
        rest[entry] = (short) left;
      }
    }
  }
}
