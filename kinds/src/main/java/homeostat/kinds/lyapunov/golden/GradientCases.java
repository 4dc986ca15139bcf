package homeostat.kinds.lyapunov.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.lyapunov.Measures;
import homeostat.lyapunov.Schedule;
import homeostat.lyapunov.SpectrumRun;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.RateGradient;
import homeostat.lyapunov.system.RateSystem;
import homeostat.lyapunov.training.SpectrumGradient;
import homeostat.lyapunov.training.SpectrumLoss;
import homeostat.lyapunov.training.Truncation;
import homeostat.rate.JacobianForm;
import homeostat.rate.RateNetwork;

/** Golden cases of gradients of spectra. */
final class GradientCases {
  private GradientCases() {}

  static Outcome recommended(GoldenCase golden) {
    GoldenNetwork network = GoldenNetwork.of(golden);
    SpectrumLoss loss = GoldenNetwork.loss(golden.params().get("loss").asText());
    Schedule schedule = schedule(golden.params(), network.network().duration());
    Arrays.Builder out = Arrays.builder();
    Found found = found(golden, network.network(), JacobianForm.TRUE, schedule, loss);
    history(golden, network.network(), schedule, out);
    put(out, found);
    weights(out, network, found.gradient);
    out.putAll("", SpectrumCases.scalar("entropy", Measures.entropy(found.exponents)));
    Measures.kaplanYorke(found.exponents, network.network().size())
        .ifPresent(d -> out.putAll("", SpectrumCases.scalar("kaplan_yorke", d)));
    return Outcome.of(out.build());
  }

  static Outcome discrete(GoldenCase golden) {
    RateNetwork network =
        RateNetwork.discrete(
            golden.inputs().get("J").toDoubles(), golden.inputs().get("b").toDoubles());
    Schedule schedule = schedule(golden.params(), 1);
    Arrays.Builder out = Arrays.builder();
    Found found =
        found(
            golden,
            network,
            JacobianForm.TRUE,
            schedule,
            GoldenNetwork.loss(golden.params().path("loss").asText("mse0")));
    history(golden, network, schedule, out);
    put(out, found);
    int n = network.size();
    out.put("dJ", found.gradient.coupling(), n, n);
    out.put("db", found.gradient.bias());
    return Outcome.of(out.build());
  }

  static Outcome published(GoldenCase golden) {
    GoldenNetwork network = GoldenNetwork.of(golden);
    JsonNode params = golden.params();
    Schedule schedule =
        Schedule.published(
            params.get("tSim").asDouble(),
            params.get("tONS").asDouble(),
            params.get("dt").asDouble());
    SpectrumLoss loss = GoldenNetwork.loss(params.get("loss").asText());
    Found found = found(golden, network.network(), JacobianForm.PUBLISHED, schedule, loss);
    Arrays.Builder out = Arrays.builder();
    put(out, found);
    weights(out, network, found.gradient);
    return Outcome.of(out.build());
  }

  private static Schedule schedule(JsonNode params, double duration) {
    return Schedule.of(
        params.get("steps_transient").asInt(),
        params.get("steps_frame_transient").asInt(),
        params.get("steps").asInt(),
        params.get("qr_every").asInt(),
        duration);
  }

  private record Found(double[] exponents, double loss, RateGradient gradient) {}

  private static Found found(
      GoldenCase golden,
      RateNetwork network,
      JacobianForm form,
      Schedule schedule,
      SpectrumLoss loss) {
    RateSystem<double[]> system = new RateSystem<>(Arithmetic.float64(), network, form);
    double[] frame = golden.inputs().get("frame0").toDoubles();
    SpectrumGradient<double[]> spectrum =
        new SpectrumGradient<>(
            system, frame.length / network.size(), schedule, SpectrumGradient.Keep.INTERVALS);
    double[] exponents = spectrum.forward(golden.inputs().get("h0").toDoubles(), frame);
    double[] adjoint = spectrum.backward(loss.gradient(exponents), Truncation.FULL);
    return new Found(exponents, loss.value(exponents), system.gradient(adjoint));
  }

  private static void put(Arrays.Builder out, Found found) {
    out.put("spectrum", found.exponents);
    out.putAll("", SpectrumCases.scalar("loss", found.loss));
    out.put("dh0", found.gradient.start());
  }

  private static void weights(Arrays.Builder out, GoldenNetwork network, RateGradient gradient) {
    int n = network.weights().size();
    double[] dw = gradient.coupling().clone();
    for (int e = 0; e < dw.length; e++) {
      dw[e] *= network.weights().signs()[e];
    }
    out.put("dW", dw, n, n);
    out.put("dgains", gradient.gains());
    out.put("dshifts", gradient.shifts());
  }

  private static void history(
      GoldenCase golden, RateNetwork network, Schedule schedule, Arrays.Builder out) {
    RateSystem<double[]> system =
        new RateSystem<>(Arithmetic.float64(), network, JacobianForm.TRUE);
    SpectrumRun<double[]> run =
        new SpectrumRun<>(
            system,
            golden.inputs().get("h0").toDoubles(),
            golden.inputs().get("frame0").toDoubles(),
            SpectrumRun.Plan.of(schedule, golden.params().get("qr_every").asInt()));
    run.advance(Long.MAX_VALUE);
    double[][] running = run.spectrum().running();
    int k = run.spectrum().exponents().length;
    double[] rows = new double[running.length * (k + 1)];
    for (int r = 0; r < running.length; r++) {
      System.arraycopy(running[r], 0, rows, r * (k + 1), k + 1);
    }
    out.put("history", rows, running.length, k + 1);
    out.put("h_final", run.spectrum().state());
  }
}
