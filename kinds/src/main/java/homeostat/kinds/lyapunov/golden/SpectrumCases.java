package homeostat.kinds.lyapunov.golden;

import homeostat.array.Arrays;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.lyapunov.Measures;
import homeostat.lyapunov.PublishedSpectrum;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.arithmetic.Qr;
import homeostat.lyapunov.system.RateSystem;
import homeostat.lyapunov.training.SpectrumLoss;
import homeostat.rate.JacobianForm;
import java.util.Locale;

/** Golden cases of factorisations, losses and the published spectrum. */
final class SpectrumCases {
  private SpectrumCases() {}

  static Outcome qr(GoldenCase golden) {
    int[] shape = golden.inputs().get("A").shape();
    double[] a = golden.inputs().get("A").toDoubles();
    double[] dq = golden.inputs().get("dQ").toDoubles();
    double[] dr = golden.inputs().get("dR").toDoubles();
    Qr raw = Qr.of(a, shape[0], shape[1]);
    Qr positive = raw.positive();
    double[] da = raw.adjoint(a, dq, dr);
    int m = Math.min(shape[0], shape[1]);
    return Outcome.of(
        Arrays.builder()
            .put("Q", raw.q(), shape[0], m)
            .put("R", raw.r(), m, shape[1])
            .put("Q_positive", positive.q(), shape[0], m)
            .put("R_positive", positive.r(), m, shape[1])
            .put("dA_source", da, shape)
            .put("dA_autograd", da.clone(), shape)
            .build());
  }

  static Outcome loss(GoldenCase golden) {
    double[] spectrum = golden.inputs().get("spectrum").toDoubles();
    Arrays.Builder out = Arrays.builder();
    for (String name : golden.expected().names()) {
      if (name.startsWith("kaplan") || name.equals("entropy")) {
        continue;
      }
      boolean gradient = name.startsWith("grad_");
      SpectrumLoss loss = loss(gradient ? name.substring("grad_".length()) : name);
      if (gradient) {
        out.put(name, loss.gradient(spectrum));
      } else {
        out.putAll("", scalar(name, loss.value(spectrum)));
      }
    }
    out.putAll("", scalar("kaplan_yorke_integer_unsorted", Measures.publishedDimension(spectrum)));
    out.putAll("", scalar("entropy", Measures.entropy(spectrum)));
    Measures.kaplanYorke(spectrum, spectrum.length)
        .ifPresent(d -> out.putAll("", scalar("kaplan_yorke_sorted", d)));
    return Outcome.of(out.build());
  }

  /** The loss of a name such as {@code l2_t0} or {@code mse_tm2}; m is a minus, p a point. */
  private static SpectrumLoss loss(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    int at = plain.indexOf("_t");
    if (at < 0) {
      return GoldenNetwork.loss(plain);
    }
    String target = plain.substring(at + 2).replace('m', '-').replace('p', '.');
    return GoldenNetwork.loss(plain.substring(0, at) + "_" + target);
  }

  static Arrays scalar(String name, double value) {
    return Arrays.builder().put(name, new homeostat.array.NdArray.F8(new double[] {value})).build();
  }

  static Outcome published(GoldenCase golden) {
    GoldenNetwork network = GoldenNetwork.of(golden);
    double dt = golden.params().get("dt").asDouble();
    double between = golden.params().path("tONS").asDouble(0);
    RateSystem<double[]> system =
        new RateSystem<>(Arithmetic.float64(), network.network(), JacobianForm.PUBLISHED);
    PublishedSpectrum spectrum =
        PublishedSpectrum.of(
            system,
            golden.inputs().get("h0").toDoubles(),
            golden.inputs().get("frame0").toDoubles(),
            golden.params().get("tSim").asDouble(),
            between,
            dt);
    int k = spectrum.exponents().length;
    double[] history = new double[spectrum.history().size() * k];
    for (int r = 0; r < spectrum.history().size(); r++) {
      System.arraycopy(spectrum.history().get(r), 0, history, r * k, k);
    }
    Arrays.Builder out =
        Arrays.builder()
            .put("spectrum", spectrum.exponents())
            .put("history", history, spectrum.history().size(), k)
            .put("times", spectrum.times())
            .put("stepON_history", spectrum.intervals())
            .put("h_final", spectrum.state())
            .putAll("", scalar("entropy", Measures.entropy(spectrum.exponents())))
            .putAll(
                "",
                scalar("kaplan_yorke_integer", Measures.publishedDimension(spectrum.exponents())));
    if (golden.expected().find("exact").isPresent()) {
      out.putAll("", scalar("exact", exactLargest(network)));
    }
    return Outcome.of(out.build());
  }

  /** ln|eigenvalue| / dt of the map at h = 0, of two units: from trace and determinant. */
  private static double exactLargest(GoldenNetwork network) {
    double[] d = network.network().jacobian(new double[2], JacobianForm.TRUE);
    double half = (d[0] + d[3]) / 2;
    double determinant = d[0] * d[3] - d[1] * d[2];
    double discriminant = half * half - determinant;
    double modulus =
        discriminant < 0 ? Math.sqrt(determinant) : Math.abs(half) + Math.sqrt(discriminant);
    return StrictMath.log(modulus) / network.network().duration();
  }
}
