package homeostat.spiking.wiring;

import homeostat.kernel.Csr;
import homeostat.spiking.Blocks;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapseParameters;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent network unrolled into a feedforward one ("teacher forcing"): what its neurons receive
 * from each other becomes input, given by recorded spikes. Inputs are the M external ones, then the
 * N neurons; weights the rows of V, then of W; input types the feedforward ones, then the cell
 * types; scaling factors A_FF, then A, as one table (F + C) x C.
 */
public final class Unrolled {
  private Unrolled() {}

  /** The feedforward network. */
  public static SpikingNetwork network(SpikingNetwork recurrent, double surrogateScale) {
    Physiology physiology = recurrent.physiology();
    int external = physiology.inputTypes();
    List<SynapseParameters> synapses = new ArrayList<>(physiology.feedforward());
    for (SynapseParameters s : physiology.recurrent()) {
      synapses.add(
          new SynapseParameters(
              s.name(),
              external + s.source(),
              s.tauRise(),
              s.tauDecay(),
              s.reversal(),
              s.conductance()));
    }
    List<String> names = new ArrayList<>(physiology.inputs());
    physiology.cells().forEach(cell -> names.add(cell.name()));
    int[] types = new int[recurrent.inputs() + recurrent.neurons()];
    for (int i = 0; i < types.length; i++) {
      types[i] =
          i < recurrent.inputs()
              ? recurrent.inputTypes()[i]
              : external + recurrent.cellTypes()[i - recurrent.inputs()];
    }
    int neurons = recurrent.neurons();
    return new SpikingNetwork(
        new Csr(neurons, neurons, new int[neurons + 1], new int[0], new float[0]),
        stacked(recurrent.feedforward(), recurrent.recurrent()),
        recurrent.cellTypes(),
        types,
        new Physiology(physiology.cells(), List.of(), names, synapses),
        recurrent.constants().dt(),
        surrogateScale);
  }

  private static Csr stacked(Csr above, Csr below) {
    int[] offsets = java.util.Arrays.copyOf(above.offsets(), above.rows() + below.rows() + 1);
    for (int row = 1; row <= below.rows(); row++) {
      offsets[above.rows() + row] = above.entries() + below.offsets()[row];
    }
    int entries = above.entries() + below.entries();
    int[] columns = java.util.Arrays.copyOf(above.columns(), entries);
    float[] values = java.util.Arrays.copyOf(above.values(), entries);
    System.arraycopy(below.columns(), 0, columns, above.entries(), below.entries());
    System.arraycopy(below.values(), 0, values, above.entries(), below.entries());
    return new Csr(above.rows() + below.rows(), above.cols(), offsets, columns, values);
  }

  /** The factors of the feedforward network: A_FF above A; it has no recurrent ones to scale. */
  public static ScalingFactors factors(ScalingFactors recurrent) {
    int types = recurrent.types();
    double[] ones = new double[types * types];
    java.util.Arrays.fill(ones, 1);
    double[] stacked =
        java.util.Arrays.copyOf(
            recurrent.feedforward(), recurrent.feedforward().length + ones.length);
    System.arraycopy(
        recurrent.recurrent(), 0, stacked, recurrent.feedforward().length, ones.length);
    return new ScalingFactors(types, recurrent.inputTypes() + types, ones, stacked);
  }

  /** External spikes and recorded spikes of the neurons, of the same step, as one input. */
  public static ChunkInput input(ChunkInput external, SpikeTrains recorded) {
    int inputs = external.inputs() + recorded.neurons();
    int steps = external.steps();
    ChunkInput joined = ChunkInput.silent(external.batch(), steps, inputs);
    for (int block = 0; block < Blocks.count(external.batch()); block++) {
      for (int t = 0; t < steps; t++) {
        System.arraycopy(
            external.lanes()[block],
            t * external.inputs(),
            joined.lanes()[block],
            t * inputs,
            external.inputs());
      }
    }
    for (int b = 0; b < recorded.batch(); b++) {
      for (int n = 0; n < recorded.neurons(); n++) {
        for (int e = recorded.from(b, n); e < recorded.to(b, n); e++) {
          joined.set(b, recorded.times()[e] * inputs + external.inputs() + n);
        }
      }
    }
    return external.constant().length == 0 ? joined : withConstant(external, joined);
  }

  /** Recorded neurons have no constant part. */
  private static ChunkInput withConstant(ChunkInput external, ChunkInput joined) {
    double[][] rows = new double[external.steps()][];
    java.util.Arrays.setAll(
        rows, t -> java.util.Arrays.copyOf(external.constant()[t], joined.inputs()));
    return new ChunkInput(joined.batch(), joined.steps(), joined.inputs(), joined.lanes(), rows);
  }
}
