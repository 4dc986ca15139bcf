package homeostat.spiking.current;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Csr;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.simulation.RandomNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentChunkTest {
  private static final ScalingFactors ONES =
      new ScalingFactors(1, 1, new double[] {1}, new double[] {1});

  private static CurrentNetwork one(float weight, double tauSyn, double tauMem) {
    return new CurrentNetwork(
        RandomNetwork.csr(new float[] {0}, 1, 1),
        RandomNetwork.csr(new float[] {weight}, 1, 1),
        new int[] {0},
        new int[] {0},
        new double[] {tauMem},
        List.of(new CurrentSynapse("exc", 0, tauSyn, true)),
        0,
        1,
        1,
        2);
  }

  /** v after t steps of one input spike: w sum_k a^k b^(t-k). */
  @Test
  void potentialIsTheConvolutionOfTwoExponentials() {
    ChunkInput input = ChunkInput.silent(1, 30, 1);
    input.set(0, 0);
    float[] v = new CurrentChunk(one(0.1f, 5, 20), ONES, input).voltages();
    double a = Math.exp(-1 / 5.0);
    double b = Math.exp(-1 / 20.0);
    for (int t = 0; t < 30; t++) {
      double expected = 0.1 * (Math.pow(b, t + 1) - Math.pow(a, t + 1)) / (b - a);
      assertEquals(expected, v[t], 1e-6, "step " + t);
    }
  }

  /** Constant drive: it fires when the sum crosses 1, at once resets to 0, and again. */
  @Test
  void firesAtThresholdOneAndResetsToZero() {
    ChunkInput input = ChunkInput.silent(1, 50, 1);
    for (int t = 0; t < 50; t++) {
      input.set(0, t);
    }
    CurrentChunk chunk = new CurrentChunk(one(0.3f, 5, 20), ONES, input);
    float[] entering = chunk.entering();
    byte[] spikes = chunk.spikes().toDense();
    int fired = 0;
    for (int t = 0; t < 50; t++) {
      assertEquals(entering[t] > 1 ? 1 : 0, spikes[t]);
      if (spikes[t] == 1) {
        assertEquals(0, chunk.voltages()[t]);
        fired++;
      }
    }
    assertTrue(fired > 5, "spikes " + fired);
  }

  @Test
  void weightsOfABlockSumToItsScalingFactor() {
    RandomNetwork random = RandomNetwork.of(8, 23, 9);
    CurrentNetwork network =
        new CurrentNetwork(
            times(random.network().recurrent(), 0.3f),
            times(random.network().feedforward(), 0.3f),
            random.network().cellTypes(),
            random.network().inputTypes(),
            new double[] {85, 50, 20},
            List.of(
                new CurrentSynapse("exc", 0, 5, true),
                new CurrentSynapse("slow", 0, 30, true),
                new CurrentSynapse("inh", 1, 10, false),
                new CurrentSynapse("exc", 2, 5, true),
                new CurrentSynapse("in", 0, 5, true),
                new CurrentSynapse("in", 1, 5, true)),
            4,
            2,
            1,
            10);
    ChunkInput input = ChunkInput.dense(RandomNetwork.spikes(4, 2 * 40 * 9), 2, 40, 9);
    CurrentChunk chunk = new CurrentChunk(network, random.factors(), input);
    assertTrue(chunk.spikes().times().length > 50);
    CurrentGradient gradient = chunk.backward(RandomNetwork.gradient(1, 2 * 40 * 23));
    double[] sums = new double[9];
    int[] rowOf = network.recurrent().rowOfEntry();
    for (int e = 0; e < rowOf.length; e++) {
      int from = network.cellTypes()[rowOf[e]];
      int to = network.cellTypes()[network.recurrent().columns()[e]];
      sums[from * 3 + to] += gradient.weights().recurrent()[e];
    }
    for (int i = 0; i < 9; i++) {
      assertEquals(gradient.factors().recurrent()[i], sums[i], 1e-6 + 1e-6 * Math.abs(sums[i]));
    }
    assertTrue(Math.abs(gradient.factors().feedforward()[0]) > 1e-6);
  }

  private static Csr times(Csr wiring, float factor) {
    float[] values = wiring.values().clone();
    for (int e = 0; e < values.length; e++) {
      values[e] *= factor;
    }
    return wiring.with(values);
  }
}
