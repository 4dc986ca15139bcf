package homeostat.spiking.simulation;

import homeostat.spiking.Blocks;
import homeostat.spiking.ConductanceNetwork;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.StepConstants;
import java.util.Arrays;
import java.util.List;

/**
 * The adjoint of {@link BlockForward}, backwards over its tape. With costates lv = dL/dv', lg =
 * dL/dg' after a step and mu = dL/ds directly from the loss:
 *
 * <pre>
 *   la      = lg where the clamp did not cut, else 0
 *   q_jp    = sum_{k: p(k)=p} sum_c scale_ck la^c_jk
 *   ls_i    = mu_i + sum_j W_ij A[c(i), c(j)] q_{j c(i)}
 *   dL/dA[p, c] += sum_{i in p} s_i sum_{j in c} W_ij q_jp
 *   e_j     = lv_j (1 - s_j)
 *   lg^c_jk = alpha_ck la^c_jk - e_j (v_j - E_k) dt / C_j
 *   lv_j    = e_j (beta_j - sum_k G_jk dt / C_j) + ls_j / (scale |v_j - theta_j| + 1)^2
 * </pre>
 *
 * <p>Reset and clamp are detached as published: (1 - s) is a constant, and a clamped component
 * passes nothing. Padding lanes have no direct gradient, so they stay at zero.
 */
final class BlockBackward {
  private final ConductanceNetwork network;
  private final Layout layout;
  private final Tape tape;
  private final DirectGradient direct;
  private final int valid;

  /** [group][slot * 16 + lane] q. */
  private final float[][] q;

  /** [slot * 16 + lane] q times its scaling factor, of the group at work. */
  private final float[] scaled;

  private final float[] spikeCostate;

  /** [group * types + target type] dL/dA and dL/dA_FF of this block. */
  private final double[] factorGradient;

  /** None before weights are first trained. */
  private List<WeightSums> weightSums = List.of();

  BlockBackward(
      ConductanceNetwork network, Layout layout, Tape tape, DirectGradient direct, int valid) {
    int size = network.neurons() * Blocks.WIDTH;
    this.network = network;
    this.layout = layout;
    this.tape = tape;
    this.direct = direct;
    this.valid = valid;
    this.q = new float[network.physiology().groups()][size];
    this.scaled = new float[size];
    this.spikeCostate = new float[size];
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
  void run(float[] lv, float[][] lg, ScalingFactors factors, short[] input, boolean weights) {
    Arrays.fill(factorGradient, 0);
    if (weights) {
      if (weightSums.isEmpty()) {
        weightSums = List.of(WeightSums.of(layout));
      }
      weightSums().clear();
    }
    for (int t = tape.spikes().length - 1; t >= 0; t--) {
      short[] spikes = tape.spikes()[t];
      direct.voltages(t, tape.v()[t + 1], lv);
      blockSpiking(spikes, lv);
      collect(t, lg);
      if (weights) {
        weightGradient(spikes, input, t * network.inputs());
      } else {
        gradient(spikes, input, t * network.inputs());
      }
      direct.spikes(t, spikeCostate);
      pull(factors);
      retreat(t, lv, lg);
    }
  }

  /** e = lv (1 - s), in place. */
  private static void blockSpiking(short[] spikes, float[] lv) {
    for (int slot = 0; slot < spikes.length; slot++) {
      for (int rest = spikes[slot] & 0xFFFF; rest != 0; rest &= rest - 1) {
        lv[slot * Blocks.WIDTH + Integer.numberOfTrailingZeros(rest)] = 0;
      }
    }
  }

  /** la in place of lg, and q. */
  private void collect(int t, float[][] lg) {
    Physiology physiology = network.physiology();
    StepConstants constants = network.constants();
    int size = spikeCostate.length;
    int[] clamped = tape.clamped()[t];
    for (int from = 0; from < size; from += BlockForward.TILE) {
      int to = Math.min(size, from + BlockForward.TILE);
      for (float[] panel : q) {
        Arrays.fill(panel, from, to, 0);
      }
      for (int k = 0; k < physiology.synapses(); k++) {
        StepLoops.block(from, to, lg[2 * k], clamped, 2 * k);
        StepLoops.block(from, to, lg[2 * k + 1], clamped, 2 * k + 1);
        StepLoops.drive(
            from,
            to,
            lg[2 * k],
            lg[2 * k + 1],
            q[physiology.group(k)],
            (float) constants.scale()[0][k],
            (float) constants.scale()[1][k]);
      }
    }
  }

  /** dL/dA: the rows of spiking senders only. */
  private void gradient(short[] spikes, short[] input, int inputAt) {
    int types = network.physiology().types();
    int[] start = network.slots().start();
    for (int c = 0; c < types; c++) {
      for (int slot = start[c]; slot < start[c + 1]; slot++) {
        if (spikes[slot] != 0) {
          layout.recurrent().gather(slot, spikes[slot] & 0xFFFF, q[c], factorGradient, c * types);
        }
      }
    }
    for (int i = 0; i < network.inputs(); i++) {
      int mask = input[inputAt + i] & valid;
      if (mask != 0) {
        int group = types + network.inputTypes()[i];
        layout.inputs().gather(i, mask, q[group], factorGradient, group * types);
      }
    }
  }

  /** dL/dW: the rows of spiking senders only. */
  private void weightGradient(short[] spikes, short[] input, int inputAt) {
    int types = network.physiology().types();
    int[] start = network.slots().start();
    WeightSums sums = weightSums();
    for (int c = 0; c < types; c++) {
      for (int slot = start[c]; slot < start[c + 1]; slot++) {
        if (spikes[slot] != 0) {
          layout.recurrent().addTo(sums.recurrent(), slot, spikes[slot] & 0xFFFF, q[c]);
        }
      }
    }
    for (int i = 0; i < network.inputs(); i++) {
      int mask = input[inputAt + i] & valid;
      if (mask != 0) {
        layout.inputs().addTo(sums.inputs(), i, mask, q[types + network.inputTypes()[i]]);
      }
    }
  }

  /** ls: one transposed product for each presynaptic cell type. */
  private void pull(ScalingFactors factors) {
    int types = network.physiology().types();
    int[] start = network.slots().start();
    for (int p = 0; p < types; p++) {
      for (int c = 0; c < types; c++) {
        StepLoops.scale(
            start[c] * Blocks.WIDTH,
            start[c + 1] * Blocks.WIDTH,
            q[p],
            scaled,
            (float) factors.of(p, c));
      }
      Projection.pull(layout.ofType()[p], scaled, spikeCostate);
    }
  }

  /** The costates before the step. */
  private void retreat(int t, float[] lv, float[][] lg) {
    for (int c = 0; c < network.physiology().types(); c++) {
      int end = network.slots().start()[c + 1] * Blocks.WIDTH;
      for (int from = network.slots().start()[c] * Blocks.WIDTH;
          from < end;
          from += BlockForward.TILE) {
        retreatTile(t, c, from, Math.min(end, from + BlockForward.TILE), lv, lg);
      }
    }
  }

  private void retreatTile(int t, int c, int from, int to, float[] lv, float[][] lg) {
    Physiology physiology = network.physiology();
    StepConstants constants = network.constants();
    float dtOverC = (float) (constants.dt() / constants.capacitance()[c]);
    float[] v = tape.v()[t];
    for (int k = 0; k < physiology.synapses(); k++) {
      StepLoops.retreat(
          from,
          to,
          lg[2 * k],
          lg[2 * k + 1],
          lv,
          v,
          (float) constants.alpha()[0][k],
          (float) constants.alpha()[1][k],
          (float) physiology.synapse(k).reversal(),
          dtOverC);
    }
    StepLoops.membraneAdjoint(
        from,
        to,
        lv,
        v,
        tape.total()[t],
        spikeCostate,
        (float) constants.beta()[c],
        dtOverC,
        (float) physiology.cells().get(c).theta(),
        network.surrogateScale());
  }
}
