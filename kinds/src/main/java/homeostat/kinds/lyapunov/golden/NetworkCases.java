package homeostat.kinds.lyapunov.golden;

import homeostat.array.Arrays;
import homeostat.kernel.Stream;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.rate.Activation;
import homeostat.rate.Balance;
import homeostat.rate.DaleSigns;
import homeostat.rate.JacobianForm;
import homeostat.rate.RandomCoupling;
import homeostat.rate.RateNetwork;
import homeostat.rate.SignedWeights;
import homeostat.rate.Units;
import java.util.LinkedHashMap;
import java.util.Map;

/** Golden cases of rate networks, their couplings and connectomes. */
final class NetworkCases {
  private static final int DRAWS = 1000;

  private NetworkCases() {}

  static Outcome activation(GoldenCase golden) {
    double[] x = golden.inputs().get("x").toDoubles();
    double[] gain = golden.inputs().get("gain").toDoubles();
    double[] shift = golden.inputs().get("shift").toDoubles();
    Arrays.Builder out = Arrays.builder();
    double[] factor = new double[x.length];
    for (Activation activation : Activation.values()) {
      Units units = new Units(activation, gain, shift, Units.ownTypes(x.length));
      double[] t = new double[x.length];
      double[] slope = new double[x.length];
      units.tanh(x, t);
      JacobianForm.TRUE.slope(units, x, t, slope);
      JacobianForm.PUBLISHED.slope(units, x, t, factor);
      out.put(activation.fileName(), units.activity(x));
      out.put("d_" + activation.fileName(), slope);
    }
    return Outcome.of(out.put("source_jacobian_factor", factor).build());
  }

  static Outcome randomMatrix(GoldenCase golden) {
    int n = golden.params().get("n").asInt();
    double g = golden.params().get("coupling").asDouble();
    Map<String, String> checks = new LinkedHashMap<>();
    RandomCoupling random = new RandomCoupling.Gaussian(g);
    RandomCoupling symmetric = new RandomCoupling.Symmetric(g, false);
    checks.put("structure", structure(random.draw(n, Stream.of(1, "coupling")), n, false));
    checks.put("symmetric", structure(symmetric.draw(n, Stream.of(1, "coupling")), n, true));
    checks.put("deviation", deviation(random, n, g / Math.sqrt(n)));
    checks.put("symmetric deviation", deviation(symmetric, n, g / Math.sqrt(2.0 * n)));
    return new Outcome(Arrays.empty(), checks, Map.of());
  }

  private static String structure(double[] coupling, int n, boolean symmetric) {
    SignedWeights weights = SignedWeights.of(n, coupling);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double w = weights.magnitudes()[i * n + j];
        byte c = weights.signs()[i * n + j];
        boolean right =
            w >= 0 && c == Math.signum(coupling[i * n + j]) && c * w == coupling[i * n + j];
        if (i == j ? w != 0 || c != 0 : !right) {
          return "entry [" + i + "][" + j + "] is " + c + " times " + w;
        }
        if (symmetric && coupling[i * n + j] != coupling[j * n + i]) {
          return "entries [" + i + "][" + j + "] differ";
        }
      }
    }
    return "";
  }

  private static String deviation(RandomCoupling random, int n, double expected) {
    double squares = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      for (double value : random.draw(n, Stream.of(1, "coupling").at(draw))) {
        squares += value * value;
      }
    }
    double deviation = Math.sqrt(squares / ((double) DRAWS * n * (n - 1)));
    return Math.abs(deviation / expected - 1) < 0.02
        ? ""
        : "expected " + expected + ", got " + deviation;
  }

  static Outcome steps(GoldenCase golden) {
    RateNetwork network = GoldenNetwork.of(golden).network();
    int n = network.size();
    double[] input = golden.inputs().get("ext").toDoubles();
    int steps = input.length / n;
    double[] states = new double[(steps + 1) * n];
    double[] activities = new double[(steps + 1) * n];
    double[] output = new double[steps + 1];
    double[] published = new double[3 * n * n];
    double[] exact = new double[3 * n * n];
    double[] h = golden.inputs().get("h0").toDoubles();
    int taken = 0;
    for (int s = 0; s <= steps; s++) {
      double[] activity = network.units().activity(h);
      System.arraycopy(h, 0, states, s * n, n);
      System.arraycopy(activity, 0, activities, s * n, n);
      output[s] = java.util.Arrays.stream(activity).average().orElse(0);
      if (s < 2 || s == steps) {
        put(network.jacobian(h, JacobianForm.PUBLISHED), published, taken);
        put(network.jacobian(h, JacobianForm.TRUE), exact, taken++);
      }
      if (s < steps) {
        double[] impulse = java.util.Arrays.copyOfRange(input, s * n, (s + 1) * n);
        h = network.next(h, new double[n], impulse);
      }
    }
    return Outcome.of(
        Arrays.builder()
            .put("H", states, steps + 1, n)
            .put("A", activities, steps + 1, n)
            .put("output", output)
            .put("jac_source", published, 3, n, n)
            .put("jac_true", exact, 3, n, n)
            .build());
  }

  private static void put(double[] matrix, double[] all, int at) {
    System.arraycopy(matrix, 0, all, at * matrix.length, matrix.length);
  }

  static Outcome connectome(GoldenCase golden) {
    double[] adjacency = golden.inputs().get("adjacency").toDoubles();
    int n = golden.inputs().get("adjacency").shape()[0];
    int[] excitatory = golden.inputs().get("ei").toInts();
    double[] weights = new double[n * n];
    byte[] signs = new byte[n];
    for (int i = 0; i < n; i++) {
      signs[i] = (byte) (2 * excitatory[i] - 1);
      for (int j = 0; j < n; j++) {
        weights[i * n + j] = adjacency[j * n + i];
      }
    }
    SignedWeights signed = DaleSigns.RECEIVER.sign(weights, signs);
    SignedWeights balanced = Balance.published(signed);
    int[] connectivity = new int[n * n];
    for (int e = 0; e < connectivity.length; e++) {
      connectivity[e] = signed.signs()[e];
    }
    return Outcome.of(
        Arrays.builder()
            .put("weights_raw", weights, n, n)
            .put("connectivity", connectivity, n, n)
            .put("weights_normalised", balanced.magnitudes(), n, n)
            .put("effective", balanced.coupling(), n, n)
            .put("sinkhorn_plain", Balance.published(adjacency, n), n, n)
            .build());
  }
}
