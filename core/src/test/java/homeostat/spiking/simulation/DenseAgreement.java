package homeostat.spiking.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.FactorGradient;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.Sensitivity;
import java.util.Arrays;
import java.util.List;

/** The simulator against {@link DenseReference}, forward and backward. */
final class DenseAgreement {
  private DenseAgreement() {}

  static void check(RandomNetwork random, int batch, int steps, int spikesPerTrial) {
    try (Parallel one = new Parallel(1)) {
      check(random, batch, steps, spikesPerTrial, one);
    }
  }

  private static void check(
      RandomNetwork random, int batch, int steps, int spikesPerTrial, Parallel one) {
    int neurons = random.network().neurons();
    int inputs = random.network().inputs();
    byte[] spikes = RandomNetwork.spikes(batch, batch * steps * inputs);
    float[] mu = RandomNetwork.gradient(1, batch * steps * neurons);
    float[] nu = RandomNetwork.gradient(2, batch * steps * neurons);
    Simulator simulator = new Simulator(random.network(), batch, steps, Recording.ADJOINT, one);
    ChunkInput input = ChunkInput.dense(spikes, batch, steps, inputs);
    simulator.forward(NetworkState.atReset(random.network(), batch), random.factors(), input);
    ChunkRecord record = simulator.record(random.factors());
    NetworkState costate = NetworkState.zero(random.network(), batch);
    FactorGradient gradient =
        simulator.backward(
            random.factors(),
            input,
            costate,
            List.of(
                new Sensitivity.Weighted(new Sensitivity.Spikes(mu), 1),
                new Sensitivity.Weighted(new Sensitivity.Voltages(nu), 1)));

    double[] expectedA = new double[9];
    double[] expectedFf = new double[6];
    float[] costateV = costate.toArrays(random.network()).floats("v");
    byte[] dense = record.spikes().toDense();
    int fired = 0;
    int cut = 0;
    for (int b = 0; b < batch; b++) {
      DenseReference reference =
          new DenseReference(
              random,
              Arrays.copyOfRange(spikes, b * steps * inputs, (b + 1) * steps * inputs),
              steps);
      for (int t = 0; t < steps; t++) {
        for (int n = 0; n < neurons; n++) {
          int at = (b * steps + t) * neurons + n;
          assertEquals(reference.spikes[t][n], dense[at], "spike " + b + " " + t + " " + n);
          assertEquals(reference.v[t + 1][n], record.voltage(b, t, n), 2e-3);
          fired += dense[at];
          for (boolean[] synapse : reference.cut[t][n]) {
            cut += synapse[0] ? 1 : 0;
          }
        }
      }
      double[] lv =
          reference.backward(
              Arrays.copyOfRange(mu, b * steps * neurons, (b + 1) * steps * neurons),
              Arrays.copyOfRange(nu, b * steps * neurons, (b + 1) * steps * neurons));
      close(lv, Arrays.copyOfRange(costateV, b * neurons, (b + 1) * neurons), 2e-3);
      for (int p = 0; p < 5; p++) {
        for (int c = 0; c < 3; c++) {
          double value = reference.factorGradient[p][c] * random.factors().of(p, c);
          if (p < 3) {
            expectedA[p * 3 + c] += value;
          } else {
            expectedFf[(p - 3) * 3 + c] += value;
          }
        }
      }
    }
    assertTrue(fired > batch * spikesPerTrial, "the network has to fire: " + fired);
    assertTrue(cut > batch, "the clamp has to act: " + cut);
    close(expectedA, floats(gradient.recurrent()), 2e-3);
    close(expectedFf, floats(gradient.feedforward()), 2e-3);
  }

  private static float[] floats(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }

  /** Within a fraction of the largest expected value. */
  private static void close(double[] expected, float[] got, double relative) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], got[i], relative * largest + 1e-6, "entry " + i);
    }
  }
}
