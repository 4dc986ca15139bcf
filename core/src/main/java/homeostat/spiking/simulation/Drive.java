package homeostat.spiking.simulation;

import homeostat.spiking.Blocks;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.SpikingNetwork;
import java.util.Arrays;

/**
 * What the senders of a step send to one block: for each presynaptic group the sum of the weights
 * of its spikes, without A. Event-driven: rows of spiking senders only. What inputs of constant
 * rate send is summed when their rates change.
 */
final class Drive {
  private final SpikingNetwork network;
  private final Layout layout;
  private final int block;
  private final int width;
  private final int lanes;
  private final int size;

  /** [presynaptic group][entry] */
  private final float[] panel;

  /** [input] the constant rates whose drive is at hand. */
  private double[] rates = {};

  /** [input type][entry] what they send at every step. */
  private float[] constant = {};

  /**
   * @param width lanes of the block
   * @param lanes bits of those that hold batch elements
   */
  Drive(SpikingNetwork network, Layout layout, int block, int width, int lanes) {
    this.network = network;
    this.layout = layout;
    this.block = block;
    this.width = width;
    this.lanes = lanes;
    this.size = network.slots().slots() * width;
    this.panel = new float[network.physiology().groups() * size];
  }

  /** [presynaptic group][entry]; who uses it sets it to zero. */
  float[] panel() {
    return panel;
  }

  private void constant(double[] now) {
    if (!Arrays.equals(now, rates)) {
      rates = now;
      constant = new float[network.physiology().inputTypes() * size];
      for (int i = 0; i < now.length; i++) {
        int at = network.inputTypes()[i] * size;
        layout.inputs().spread(i, (float) now[i], constant, width, at);
      }
    }
    int from = network.physiology().types() * size;
    for (int i = 0; i < constant.length; i++) {
      panel[from + i] += constant[i];
    }
  }

  /** Before a chunk: weights may have changed. */
  void begin() {
    rates = new double[0];
  }

  /**
   * Adds the spikes of a step.
   *
   * @param spikes [vector] of the neurons
   */
  void send(short[] spikes, ChunkInput input, int t) {
    int shift = Integer.numberOfTrailingZeros(width);
    int[] start = network.slots().start();
    int types = start.length - 1;
    for (int c = 0; c < types; c++) {
      int end = start[c + 1] * width / Blocks.WIDTH;
      for (int vector = start[c] * width / Blocks.WIDTH; vector < end; vector++) {
        for (int rest = spikes[vector] & 0xFFFF; rest != 0; rest &= rest - 1) {
          int entry = vector * Blocks.WIDTH + Integer.numberOfTrailingZeros(rest);
          int lane = entry & (width - 1);
          layout.recurrent().scatter(entry >> shift, panel, width, c * size + lane);
        }
      }
    }
    if (input.constant().length > 0) {
      constant(input.constant()[t]);
    }
    short[] masks = input.lanes()[block];
    int from = t * network.inputs();
    for (int i = 0; i < network.inputs(); i++) {
      int at = (types + network.inputTypes()[i]) * size;
      for (int rest = masks[from + i] & lanes; rest != 0; rest &= rest - 1) {
        layout.inputs().scatter(i, panel, width, at + Integer.numberOfTrailingZeros(rest));
      }
    }
  }
}
