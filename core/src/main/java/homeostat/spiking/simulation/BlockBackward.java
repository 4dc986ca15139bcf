package homeostat.spiking.simulation;

import homeostat.kernel.Kernels;
import homeostat.kernel.membrane.AlignedFloats;
import homeostat.kernel.membrane.Costate;
import homeostat.kernel.membrane.DirectCostate;
import homeostat.kernel.membrane.MembraneStep;
import homeostat.kernel.membrane.MembraneSteps;
import homeostat.kernel.membrane.PanelRows;
import homeostat.kernel.membrane.StepPair;
import homeostat.spiking.Blocks;
import homeostat.spiking.ConductanceNetwork;
import java.util.Arrays;
import java.util.List;

/**
 * The adjoint of {@link BlockForward}, backwards over its tape. With costates lv = dL/dv', lg =
 * dL/dg' after a step and mu = dL/ds directly from the loss:
 *
 * <pre>
 *   la      = lg where the clamp did not cut, else 0
 *   q_jp    = A[p, c(j)] sum_{k: p(k)=p} sum_c scale_ck la^c_jk
 *   ls_i    = mu_i + sum_j W_ij q_{j c(i)}
 *   dL/d ln A[p, c] += sum_{i in p} s_i sum_{j in c} W_ij q_jp
 *   e_j     = lv_j (1 - s_j)
 *   lg^c_jk = alpha_ck la^c_jk - e_j (v_j - E_k) dt / C_j
 *   lv_j    = e_j (beta_j - sum_k G_jk dt / C_j) + ls_j / (scale |v_j - theta_j| + 1)^2
 * </pre>
 *
 * <p>Reset and clamp are detached as published: (1 - s) is a constant, and a clamped component
 * passes nothing. Padding lanes have no direct gradient, so they stay at zero.
 *
 * <p>A spike acts on conductances at the end of its step and on potentials one step later, so q of
 * a step does not wait for ls of the step after it. Steps are taken in pairs: one product with the
 * weights and one pass over the state for two steps.
 */
final class BlockBackward {
  private final ConductanceNetwork network;
  private final Layout layout;
  private final Tape tape;
  private final BlockForward forward;
  private final DirectGradient direct;
  private final int width;
  private final int lanes;
  private final int size;
  private final MembraneSteps kernels = Kernels.active().membraneSteps();

  /** [group][pair of entries] q of the pair at work. */
  private final AlignedFloats q;

  /** [pair of entries] the weights' part of ls. */
  private final AlignedFloats answer;

  /** [group * types + target type] dL/d ln A and dL/d ln A_FF of this block. */
  private final double[] factorGradient;

  /** None before weights are first trained. */
  private List<WeightSums> weightSums = List.of();

  BlockBackward(
      ConductanceNetwork network,
      Layout layout,
      Tape tape,
      BlockForward forward,
      DirectGradient direct,
      int width,
      int lanes) {
    this.network = network;
    this.layout = layout;
    this.tape = tape;
    this.forward = forward;
    this.direct = direct;
    this.width = width;
    this.lanes = lanes;
    this.size = network.slots().slots() * width;
    this.q = new AlignedFloats(network.physiology().groups() * size * 2);
    this.answer = new AlignedFloats(size * 2);
    this.factorGradient = new double[network.physiology().groups() * network.physiology().types()];
  }

  DirectGradient direct() {
    return direct;
  }

  double[] factorGradient() {
    return factorGradient;
  }

  /** Sums for the gradient of weights, made when first asked for. */
  WeightSums weightSums() {
    return weightSums.getFirst();
  }

  /**
   * Runs over all steps backwards; the costates {@code lv} and {@code lg} change in place.
   *
   * @param weights sum for the gradient of weights, not for that of scaling factors
   */
  void run(float[] lv, float[] lg, Constants constants, short[] input, boolean weights) {
    Arrays.fill(factorGradient, 0);
    if (weights) {
      if (weightSums.isEmpty()) {
        weightSums = List.of(WeightSums.of(layout));
      }
      weightSums().clear();
    }
    int steps = tape.steps();
    addLast(lv, direct.voltages(steps - 1, tape.rows()[steps].v(), 0));
    Costate costate = new Costate(lv, lg);
    int finish = 0;
    int begin = steps % 2 == 0 ? 2 : 1;
    int end = steps;
    int there = tape.starts().length - 1;
    while (finish + begin > 0) {
      int next = end - finish - 1;
      if (tape.starts().length > 0 && begin > 0 && next / tape.segment() < there) {
        there = next / tape.segment();
        forward.again(there, constants, input);
      }
      pass(constants, costate, end, finish, begin);
      end -= finish;
      for (int which = 0; which < begin; which++) {
        collect(end - 1 - which, which, input, weights);
      }
      if (begin > 0) {
        pull();
      }
      finish = begin;
      begin = end - finish > 0 ? 2 : 0;
    }
  }

  private static void addLast(float[] lv, float[] direct) {
    for (int i = 0; i < direct.length; i++) {
      lv[i] += direct[i];
    }
  }

  /** Finishes steps before {@code end} and begins those before them. */
  private void pass(Constants constants, Costate costate, int end, int finish, int begin) {
    int a = end - 1;
    int b = end - 2;
    int c = a - finish;
    StepPair pair = new StepPair(finish, begin, row(a), row(b), row(c), row(c - 1));
    DirectCostate losses =
        new DirectCostate(
            direct.spikes(a, 0, row(a).spikes()),
            direct.spikes(b, 1, row(b).spikes()),
            direct.voltages(finish > 0 ? a - 1 : -1, row(a).v(), 0),
            direct.voltages(finish > 1 ? b - 1 : -1, row(b).v(), 1));
    int[] start = network.slots().start();
    for (int type = 0; type < constants.step().length; type++) {
      kernels.retreat(
          constants.step()[type],
          constants.idle()[type],
          pair,
          losses,
          costate,
          answer,
          q,
          start[type] * width / Blocks.WIDTH,
          start[type + 1] * width / Blocks.WIDTH);
    }
  }

  /** A step, or any other if there is none of that number. */
  private MembraneStep row(int t) {
    return tape.rows()[Math.max(t, 0)];
  }

  /** The gradient's sums over the spikes of a step: the rows of spiking senders only. */
  private void collect(int t, int which, short[] input, boolean weights) {
    short[] spikes = tape.rows()[t].spikes();
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
    for (int i = 0; i < network.inputs(); i++) {
      int group = types + network.inputTypes()[i];
      int panel = 2 * group * size + which * Blocks.WIDTH;
      int mask = input[t * network.inputs() + i] & lanes;
      for (int rest = mask; rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        if (weights) {
          layout.inputs().addTo(weightSums().inputs(), i, q, panel, width, lane);
        } else {
          layout.inputs().gather(i, q, panel, width, lane, factorGradient, group * types);
        }
      }
    }
  }

  /** The answers of the weights: one transposed product for each presynaptic cell type. */
  private void pull() {
    for (int p = 0; p < layout.ofType().length; p++) {
      PanelRows rows = layout.ofType()[p];
      kernels.pull(rows, q, 2 * p * size, answer, layout.start()[p], width);
    }
  }
}
