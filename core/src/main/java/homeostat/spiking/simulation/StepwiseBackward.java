package homeostat.spiking.simulation;

import homeostat.kernel.membrane.MembraneStep;
import homeostat.spiking.Blocks;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.SpikingNetwork;

/** The adjoint of a block step by step, for orders of operations that admit no pairs of steps. */
final class StepwiseBackward implements BackwardPass {
  private final SpikingNetwork network;
  private final Tape tape;
  private final StepOrder.Stepwise order;
  private final DirectGradient direct;
  private final int width;
  private final SenderSums sums;

  /**
   * @param width lanes of the block
   * @param sums over the spikes of the block
   */
  StepwiseBackward(
      SpikingNetwork network,
      Tape tape,
      StepOrder.Stepwise order,
      DirectGradient direct,
      int width,
      SenderSums sums) {
    this.network = network;
    this.tape = tape;
    this.order = order;
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
    MembraneStep[] rows = tape.rows();
    for (int t = tape.steps() - 1; t >= 0; t--) {
      float[] atPotentials = direct.voltages(t, rows[t + 1].v(), 0);
      for (int i = 0; i < atPotentials.length; i++) {
        lv[i] += atPotentials[i];
      }
      float[] atSpikes = direct.spikes(t, 0, rows[t].spikes());
      for (int type = 0; type < constants.step().length; type++) {
        order.retreat(
            constants.step()[type], t, rows[t], atSpikes, lv, lg, sums, from(type), from(type + 1));
      }
      sums.collect(rows[t].spikes(), input, t, 0);
      sums.pull();
      for (int type = 0; type < constants.step().length; type++) {
        order.answer(
            constants.step()[type], rows[t], atSpikes, lv, sums, from(type), from(type + 1));
      }
    }
    sums.end();
  }

  private int from(int type) {
    return network.slots().start()[type] * width / Blocks.WIDTH;
  }
}
