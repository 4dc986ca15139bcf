package homeostat.kinds.lyapunov.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.lyapunov.PublishedSpectrum;
import homeostat.lyapunov.Schedule;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.RateSystem;
import homeostat.lyapunov.training.SpectrumTrainer;
import homeostat.lyapunov.training.Trained;
import homeostat.lyapunov.training.Truncation;
import homeostat.rate.JacobianForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Golden cases of the published training loop. */
final class TrainingCases {
  /** Order in which masks are drawn; the ones that are drawn are numbered in it. */
  private static final List<String> MASKED =
      List.of(SpectrumTrainer.WEIGHTS, SpectrumTrainer.GAINS, SpectrumTrainer.SHIFTS);

  private TrainingCases() {}

  static Outcome training(GoldenCase golden) {
    GoldenNetwork network = GoldenNetwork.of(golden);
    JsonNode params = golden.params();
    int n = network.weights().size();
    double dt = params.get("dt").asDouble();
    double simulated = params.get("tSim").asDouble();
    double between = params.get("tONS").asDouble();
    JsonNode train = params.get("train");
    Trained trained =
        new Trained(
            train.get("weights").asBoolean(),
            train.get("gains").asBoolean(),
            train.get("shifts").asBoolean(),
            Trained.Sign.FREE);
    double[] frame = golden.inputs().get("frame0").toDoubles();
    SpectrumTrainer trainer =
        new SpectrumTrainer(
            network.weights(),
            network.units(),
            dt,
            trained,
            new SpectrumTrainer.Settings(
                frame.length / n,
                Schedule.published(simulated, between, dt),
                GoldenNetwork.loss(params.get("loss").asText()),
                params.get("lr").asDouble(),
                JacobianForm.PUBLISHED,
                Truncation.FULL),
            masks(golden, network));
    int epochs = params.get("epochs").asInt();
    List<SpectrumTrainer.Epoch> log = new ArrayList<>();
    Map<String, double[]> steps = new LinkedHashMap<>();
    for (int e = 0; e < epochs; e++) {
      log.add(trainer.train(new double[n], frame));
      for (String name : trained.names()) {
        double[] value = trainer.values(name);
        double[] all = steps.computeIfAbsent(name, _ -> new double[epochs * value.length]);
        System.arraycopy(value, 0, all, e * value.length, value.length);
      }
    }
    Arrays.Builder out = Arrays.builder();
    steps.forEach((name, all) -> {
      if (name.equals(SpectrumTrainer.WEIGHTS)) {
        out.put("W_steps", all, epochs, n, n);
      } else {
        out.put(name + "_steps", all, epochs, all.length / epochs);
      }
    });
    // The published program's plain training writes its lists before the last epoch is in them.
    logs(out, log.subList(0, params.path("number_param").isArray() ? epochs : epochs - 1));
    return new Outcome(out.build(), sample(golden, network, trainer), Map.of());
  }

  private static Map<String, boolean[]> masks(GoldenCase golden, GoldenNetwork network) {
    Map<String, boolean[]> masks = new LinkedHashMap<>();
    JsonNode numbers = golden.params().path("number_param");
    int drawn = 0;
    for (int i = 0; numbers.isArray() && i < MASKED.size(); i++) {
      String name = MASKED.get(i);
      int n = network.weights().size();
      int full = name.equals(SpectrumTrainer.WEIGHTS) ? n * n : network.units().gains().length;
      boolean used = golden.params().get("train").get(name).asBoolean();
      if (!used || numbers.get(i).asInt() == full) {
        continue;
      }
      int[] mask = golden.inputs().get("mask" + drawn++).toInts();
      boolean[] moves = new boolean[mask.length];
      for (int e = 0; e < mask.length; e++) {
        moves[e] = mask[e] != 0;
      }
      masks.put(name, moves);
    }
    return masks;
  }

  private static void logs(Arrays.Builder out, List<SpectrumTrainer.Epoch> log) {
    out.put("log_training_loss", log.stream().mapToDouble(SpectrumTrainer.Epoch::loss).toArray());
    out.put(
        "log_training_lambda_max",
        log.stream()
            .mapToDouble(e -> java.util.Arrays.stream(e.exponents()).max().orElse(0))
            .toArray());
    for (String name : MASKED) {
      out.put(
          "log_grad_" + name,
          log.stream().mapToDouble(e -> e.norms().getOrDefault(name, 0.0)).toArray());
    }
  }

  /** A second spectrum with all exponents but one must be finite and of the sample's length. */
  private static Map<String, String> sample(
      GoldenCase golden, GoldenNetwork network, SpectrumTrainer trainer) {
    Map<String, String> checks = new LinkedHashMap<>();
    int n = network.weights().size();
    int k = n - 1;
    double[] frame = new double[n * k];
    homeostat.kernel.Draws draws = homeostat.kernel.Stream.of(41, "tangent-frame").draws();
    java.util.Arrays.setAll(frame, _ -> draws.normal());
    PublishedSpectrum spectrum =
        PublishedSpectrum.of(
            new RateSystem<>(Arithmetic.float64(), trainer.network(), JacobianForm.PUBLISHED),
            new double[n],
            frame,
            golden.params().get("tSim").asDouble(),
            golden.params().get("tONS").asDouble(),
            golden.params().get("dt").asDouble());
    int expected = golden.samples().find("log_spectrum").map(s -> s.size()).orElse(k);
    boolean finite = java.util.Arrays.stream(spectrum.exponents()).allMatch(Double::isFinite);
    checks.put(
        "log_spectrum",
        spectrum.exponents().length == expected && finite
            ? ""
            : "got " + java.util.Arrays.toString(spectrum.exponents()));
    return checks;
  }
}
