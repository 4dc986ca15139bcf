package homeostat.spiking.simulation;

import homeostat.kernel.Kernels;
import homeostat.kernel.membrane.Costate;
import homeostat.kernel.membrane.DirectCostate;
import homeostat.kernel.membrane.MembraneStep;
import homeostat.kernel.membrane.MembraneSteps;
import homeostat.kernel.membrane.StepPair;
import homeostat.spiking.Blocks;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.SpikingNetwork;

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
final class BlockBackward implements BackwardPass {
  private final SpikingNetwork network;
  private final Tape tape;
  private final BlockForward forward;
  private final DirectGradient direct;
  private final int width;
  private final MembraneSteps kernels = Kernels.active().membraneSteps();

  private final SenderSums sums;

  BlockBackward(
      SpikingNetwork network,
      Tape tape,
      BlockForward forward,
      DirectGradient direct,
      int width,
      SenderSums sums) {
    this.network = network;
    this.tape = tape;
    this.forward = forward;
    this.direct = direct;
    this.width = width;
    this.sums = sums;
  }

  @Override
  public DirectGradient direct() {
    return direct;
  }

  @Override
  public SenderSums sums() {
    return sums;
  }

  @Override
  public void run(float[] lv, float[] lg, Constants constants, ChunkInput input, boolean weights) {
    sums.begin(input, weights);
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
        int t = end - 1 - which;
        sums.collect(row(t).spikes(), input, t, which);
      }
      if (begin > 0) {
        sums.pull();
      }
      finish = begin;
      begin = end - finish > 0 ? 2 : 0;
    }
    sums.end();
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
          sums.answer(),
          sums.q(),
          start[type] * width / Blocks.WIDTH,
          start[type + 1] * width / Blocks.WIDTH);
    }
  }

  /** A step, or any other if there is none of that number. */
  private MembraneStep row(int t) {
    return tape.rows()[Math.max(t, 0)];
  }
}
