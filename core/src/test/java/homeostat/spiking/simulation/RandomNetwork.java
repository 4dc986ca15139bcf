package homeostat.spiking.simulation;

import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.spiking.CellParameters;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapseParameters;
import java.util.Arrays;
import java.util.List;

/** A small random network with strong drive, the same for the same seed. */
public record RandomNetwork(SpikingNetwork network, ScalingFactors factors, float[] w, float[] v) {

  public static final Physiology PHYSIOLOGY =
      new Physiology(
          List.of(
              new CellParameters("excitatory", 85, -38, -60, -60, 1.35, 8),
              new CellParameters("inhibitory", 50, -45, -60, -62, 0.9, 8),
              new CellParameters("single", 20, -42, -58, -60, 1.1, 8)),
          List.of(
              new SynapseParameters("AMPA", 0, 0.1, 5, 0, 4.177),
              new SynapseParameters("NMDA", 0, 10, 70, 0, 0.448),
              new SynapseParameters("GABA_A", 1, 1, 6, -70, 8.139),
              new SynapseParameters("AMPA", 2, 0.5, 4, 0, 3)),
          List.of("mitral", "granule"),
          List.of(
              new SynapseParameters("AMPA", 0, 0.1, 5, 0, 4.177),
              new SynapseParameters("NMDA", 0, 10, 70, 0, 0.448),
              new SynapseParameters("GABA_A", 1, 1, 6, -70, 2)));

  /** Cell types are interleaved; the third has one neuron only. */
  public static RandomNetwork of(long seed, int neurons, int inputs) {
    Draws draws = Stream.of(seed, "random-network").draws();
    int[] types = new int[neurons];
    Arrays.setAll(types, n -> n == neurons / 2 ? 2 : n % 3 == 1 ? 1 : 0);
    int[] inputTypes = new int[inputs];
    Arrays.setAll(inputTypes, i -> i % 4 == 3 ? 1 : 0);
    float[] w = matrix(draws, neurons, neurons, 0.3, 0.5);
    float[] v = matrix(draws, inputs, neurons, 0.7, 0.6);
    double[] a = new double[9];
    double[] aff = new double[6];
    Arrays.setAll(a, i -> 0.5 + draws.uniform());
    Arrays.setAll(aff, i -> 0.5 + draws.uniform());
    return new RandomNetwork(
        new SpikingNetwork(
            csr(w, neurons, neurons),
            csr(v, inputs, neurons),
            types,
            inputTypes,
            PHYSIOLOGY,
            1.0,
            2.0),
        new ScalingFactors(3, 2, a, aff),
        w,
        v);
  }

  private static float[] matrix(Draws draws, int rows, int cols, double density, double scale) {
    float[] matrix = new float[rows * cols];
    for (int i = 0; i < matrix.length; i++) {
      boolean self = rows == cols && i / cols == i % cols;
      float weight = (float) (scale * draws.uniform());
      matrix[i] = draws.bernoulli(density) && !self ? weight : 0;
    }
    return matrix;
  }

  public static Csr csr(float[] matrix, int rows, int cols) {
    boolean[] present = new boolean[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      present[i] = matrix[i] != 0;
    }
    return Csr.dense(rows, cols, matrix, present);
  }

  /** [batch][time][input] spikes with probability 0.15. */
  public static byte[] spikes(long seed, int count) {
    Draws draws = Stream.of(seed, "random-spikes").draws();
    byte[] spikes = new byte[count];
    for (int i = 0; i < count; i++) {
      spikes[i] = (byte) (draws.bernoulli(0.15) ? 1 : 0);
    }
    return spikes;
  }

  public static float[] gradient(long seed, int count) {
    Draws draws = Stream.of(seed, "random-gradient").draws();
    float[] gradient = new float[count];
    for (int i = 0; i < count; i++) {
      gradient[i] = (float) draws.normal();
    }
    return gradient;
  }
}
