package homeostat.spiking.simulation;

import homeostat.kernel.Kernels;
import homeostat.kernel.membrane.AlignedFloats;
import homeostat.kernel.membrane.MembraneSteps;
import homeostat.kernel.membrane.Pairs;
import homeostat.kernel.membrane.PanelRows;
import homeostat.spiking.Blocks;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.SpikingNetwork;
import java.util.Arrays;
import java.util.List;

/**
 * What the adjoint of one block asks of the wiring, from q, the gradient with respect to the drive
 * of every receiver: the answers to the senders, {@code sum_j W_ij q_j}, and the gradient's sums
 * over spikes, {@code sum s_i W_ij q_j} for factors or {@code sum s_i q_j} for weights. Rows of
 * spiking senders only. Panels hold two steps side by side ({@link Pairs}).
 */
final class SenderSums {
  private final SpikingNetwork network;
  private final Layout layout;
  private final int block;
  private final int width;
  private final int lanes;
  private final int size;
  private final MembraneSteps kernels = Kernels.active().membraneSteps();

  /** [group][pair of entries] q of the steps at work. */
  private final AlignedFloats q;

  /** [pair of entries] the weights' part of dL/ds. */
  private final AlignedFloats answer;

  /** [group * types + target type] dL/d ln A and dL/d ln A_FF of this block. */
  private final double[] factorGradient;

  /** None before weights are first trained. */
  private List<WeightSums> weightSums = List.of();

  /** [input] the constant rates of the steps at work; empty for none. */
  private double[] rates = {};

  /** [input type][slot] q summed over these steps and all trials. */
  private double[] heard = {};

  private boolean weights;

  /**
   * @param width lanes of the block
   * @param lanes bits of those that hold batch elements
   */
  SenderSums(SpikingNetwork network, Layout layout, int block, int width, int lanes) {
    this.network = network;
    this.layout = layout;
    this.block = block;
    this.width = width;
    this.lanes = lanes;
    this.size = network.slots().slots() * width;
    this.q = new AlignedFloats(network.physiology().groups() * size * 2);
    this.answer = new AlignedFloats(size * 2);
    this.factorGradient = new double[network.physiology().groups() * network.physiology().types()];
  }

  AlignedFloats q() {
    return q;
  }

  AlignedFloats answer() {
    return answer;
  }

  /** Takes q of a vector of receivers for the senders of a group, at the first step's place. */
  void put(float[] values, int group, int at) {
    q.put(values, 0, 2 * group * size + Pairs.index(at), values.length);
  }

  /** The answer of the weights to an entry, at the first step's place. */
  float answered(int at) {
    return answer.get(Pairs.index(at));
  }

  double[] factorGradient() {
    return factorGradient;
  }

  WeightSums weightSums() {
    return weightSums.getFirst();
  }

  /**
   * Before the last step of a chunk.
   *
   * @param ofWeights sum for the gradient of weights, not for that of scaling factors
   */
  void begin(ChunkInput input, boolean ofWeights) {
    weights = ofWeights;
    Arrays.fill(factorGradient, 0);
    if (weights) {
      if (weightSums.isEmpty()) {
        weightSums = List.of(WeightSums.of(layout));
      }
      weightSums().clear();
    }
    rates = new double[0];
    heard =
        new double
            [input.constant().length > 0
                ? network.physiology().inputTypes() * network.slots().slots()
                : 0];
  }

  /**
   * The sums over the spikes of a step.
   *
   * @param spikes [vector] of the neurons
   * @param which which of the two steps of the panels it is: 0 or 1
   */
  void collect(short[] spikes, ChunkInput input, int t, int which) {
    int shift = Integer.numberOfTrailingZeros(width);
    int[] start = network.slots().start();
    int types = start.length - 1;
    for (int c = 0; c < types; c++) {
      int panel = 2 * c * size + which * Blocks.WIDTH;
      int end = start[c + 1] * width / Blocks.WIDTH;
      for (int vector = start[c] * width / Blocks.WIDTH; vector < end; vector++) {
        for (int rest = spikes[vector] & 0xFFFF; rest != 0; rest &= rest - 1) {
          int entry = vector * Blocks.WIDTH + Integer.numberOfTrailingZeros(rest);
          int slot = entry >> shift;
          int lane = entry & (width - 1);
          if (weights) {
            layout.recurrent().addTo(weightSums().recurrent(), slot, q, panel, width, lane);
          } else {
            layout.recurrent().gather(slot, q, panel, width, lane, factorGradient, c * types);
          }
        }
      }
    }
    short[] masks = input.lanes()[block];
    for (int i = 0; i < network.inputs(); i++) {
      int group = types + network.inputTypes()[i];
      int panel = 2 * group * size + which * Blocks.WIDTH;
      int mask = masks[t * network.inputs() + i] & lanes;
      for (int rest = mask; rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        if (weights) {
          layout.inputs().addTo(weightSums().inputs(), i, q, panel, width, lane);
        } else {
          layout.inputs().gather(i, q, panel, width, lane, factorGradient, group * types);
        }
      }
    }
    if (heard.length > 0) {
      hear(input.constant()[t], which);
    }
  }

  private void hear(double[] now, int which) {
    if (!Arrays.equals(now, rates)) {
      end();
      rates = now;
    }
    int slots = network.slots().slots();
    int types = network.physiology().types();
    for (int at = 0; at < heard.length; at++) {
      int panel = 2 * (types + at / slots) * size + which * Blocks.WIDTH;
      double sum = 0;
      for (int lane = 0; lane < width; lane++) {
        sum += (lanes >> lane & 1) * q.get(panel + Pairs.index(at % slots * width + lane));
      }
      heard[at] += sum;
    }
  }

  /** After the first step of a chunk: the part of inputs of constant rate. */
  void end() {
    int slots = network.slots().slots();
    int types = network.physiology().types();
    for (int i = 0; i < rates.length; i++) {
      int from = network.inputTypes()[i] * slots;
      if (weights) {
        layout.inputs().addConstant(weightSums().inputs(), i, rates[i], heard, from);
      } else {
        int sums = (types + network.inputTypes()[i]) * types;
        layout.inputs().gatherConstant(i, rates[i], heard, from, factorGradient, sums);
      }
    }
    Arrays.fill(heard, 0);
  }

  /** The answers of the weights: one transposed product for each presynaptic cell type. */
  void pull() {
    for (int p = 0; p < layout.ofType().length; p++) {
      PanelRows rows = layout.ofType()[p];
      kernels.pull(rows, q, 2 * p * size, answer, layout.start()[p], width);
    }
  }
}
