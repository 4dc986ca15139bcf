package homeostat.kinds.lyapunov.golden;

import homeostat.array.Arrays;
import homeostat.lab.verify.GoldenCase;
import homeostat.lyapunov.training.SpectrumLoss;
import homeostat.rate.Activation;
import homeostat.rate.RateNetwork;
import homeostat.rate.SignedWeights;
import homeostat.rate.Units;
import java.util.Locale;

/**
 * The network of a case.
 *
 * @param weights signs and magnitudes
 * @param units activation, gains, shifts
 * @param network in steps
 */
record GoldenNetwork(SignedWeights weights, Units units, RateNetwork network) {

  static GoldenNetwork of(GoldenCase golden) {
    Arrays inputs = golden.inputs();
    int n = inputs.get("C").shape()[0];
    int[] c = inputs.get("C").toInts();
    byte[] signs = new byte[c.length];
    for (int e = 0; e < c.length; e++) {
      signs[e] = (byte) c[e];
    }
    SignedWeights weights = new SignedWeights(n, signs, inputs.get("W").toDoubles());
    Activation activation = Activation.named(golden.params().get("activation").asText());
    Units units = Units.plain(activation, n);
    if (inputs.find("gains").isPresent()) {
      double[] gains = inputs.get("gains").toDoubles();
      double[] shifts =
          inputs.find("shifts").map(s -> s.toDoubles()).orElse(new double[gains.length]);
      int[] types = inputs.find("types").map(t -> t.toInts()).orElse(Units.ownTypes(n));
      units = new Units(activation, gains, shifts, types);
    }
    double dt = golden.params().get("dt").asDouble();
    return new GoldenNetwork(weights, units, RateNetwork.continuous(units, weights.coupling(), dt));
  }

  /** The loss of a name such as {@code mse0}, {@code l2_0.5}, {@code MSE target 0}. */
  static SpectrumLoss loss(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace(" target ", "_").trim();
    if (plain.equals("sinai")) {
      return new SpectrumLoss.Sum();
    }
    if (plain.equals("mse_custom")) {
      return SpectrumLoss.Line.PUBLISHED;
    }
    if (plain.startsWith("mse")) {
      return new SpectrumLoss.MeanSquare(target(plain.substring(3)));
    }
    if (plain.startsWith("l2")) {
      return new SpectrumLoss.Distance(target(plain.substring(2)));
    }
    throw new IllegalArgumentException("no loss is called '" + name + "'");
  }

  private static double target(String text) {
    String number = text.startsWith("_") ? text.substring(1) : text;
    return number.isEmpty() ? 0 : Double.parseDouble(number);
  }
}
