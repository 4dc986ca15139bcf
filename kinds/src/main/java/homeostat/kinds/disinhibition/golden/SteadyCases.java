package homeostat.kinds.disinhibition.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.Control;
import homeostat.disinhibition.circuit.Drive;
import homeostat.disinhibition.circuit.PairDynamics;
import homeostat.disinhibition.circuit.Settled;
import homeostat.disinhibition.equilibrium.EquilibriumRoute;
import homeostat.disinhibition.equilibrium.EquilibriumSettings;
import homeostat.disinhibition.solver.SolverRoute;
import homeostat.disinhibition.solver.SolverSettings;
import homeostat.dynamics.Solution;
import homeostat.kernel.Kernels;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Golden cases of steady states, solved directly and integrated. */
final class SteadyCases {
  private static final int MOST_STEPS_APART = 2;
  private static final double MOST_TIME_APART = 0.02;

  private SteadyCases() {}

  static Outcome equilibrium(GoldenCase golden) {
    GoldenNetwork network = GoldenNetwork.of(golden);
    Drive drive = new Drive(network.weights(), Kernels.active());
    EquilibriumRoute route =
        new EquilibriumRoute(
            drive, network.pairs(), EquilibriumSettings.USUAL, network.batch(), Kernels.active());
    Activity activity = Activity.ofPairs(network.layers(), network.batch());
    route.open(network.inputs().get("x").toFloats(), 0, network.batch(), activity);
    if (network.inputs().names().contains("Q0")) {
      Settled settled = route.close(network.control(), 0, network.batch(), activity);
      if (settled.unsettled() > 0) {
        throw new IllegalStateException(settled.unsettled() + " samples did not settle");
      }
    }
    Arrays.Builder produced = Arrays.builder();
    network.put(produced, activity);
    return Outcome.of(produced.build());
  }

  static Outcome solver(GoldenCase golden) {
    GoldenNetwork network = GoldenNetwork.of(golden);
    JsonNode params = golden.params();
    SolverSettings settings =
        new SolverSettings(
            params.get("dt").asDouble(),
            params.get("T").asDouble(),
            params.get("rtol").asDouble(),
            params.get("atol").asDouble(),
            params.get("adaptive_stepsize").asBoolean(),
            params.get("early_termination").asBoolean());
    Drive drive = new Drive(network.weights(), Kernels.active());
    SolverRoute route =
        new SolverRoute(drive, network.pairs(), settings, network.batch(), Kernels.active());
    float[] x = network.inputs().get("x").toFloats();
    Activity activity = Activity.ofPairs(network.layers(), network.batch());
    route.open(x, 0, network.batch(), activity);
    if (network.inputs().names().contains("Q0")) {
      Activity start = network.activity();
      route.close(network.control(), 0, network.batch(), start);
      activity = start;
    }
    Arrays.Builder produced = Arrays.builder();
    network.put(produced, activity);
    Map<String, String> checks =
        settings.adaptive() ? attempts(golden, network, settings) : fixed(golden, settings);
    return new Outcome(produced.build(), checks, Map.of());
  }

  /** Of fixed steps, only their number can be told. */
  private static Map<String, String> fixed(GoldenCase golden, SolverSettings settings) {
    long steps = Math.round(settings.horizon() / settings.dt());
    NdArray expected = golden.samples().get("num_steps");
    for (int i = 0; i < expected.size(); i++) {
      if (Math.abs(expected.at(i) - steps) > MOST_STEPS_APART) {
        return Map.of("num_steps", steps + " steps, expected " + (long) expected.at(i));
      }
    }
    return Map.of("num_steps", "");
  }

  /**
   * Steps and end of each sample, from the same integration in float64: rounding in float32 is of
   * the size of the errors that choose the steps.
   */
  private static Map<String, String> attempts(
      GoldenCase golden, GoldenNetwork network, SolverSettings settings) {
    Optional<Control> control =
        network.inputs().names().contains("Q0") ? Optional.of(network.control()) : Optional.empty();
    Map<String, String> checks = new LinkedHashMap<>();
    checks.put("num_steps", "");
    checks.put("t_end", "");
    for (int sample = 0; sample < network.batch(); sample++) {
      PairDynamics field =
          new PairDynamics(
              network.weights(),
              network.pairs(),
              control,
              network.inputs().get("x").toFloats(),
              sample);
      Solution solution = settings.solve(field, start(network, field.size(), sample, control));
      long steps = solution.statistics().accepted() + solution.statistics().rejected();
      double wanted = golden.samples().get("num_steps").at(sample);
      if (Math.abs(wanted - steps) > MOST_STEPS_APART) {
        checks.put("num_steps", "sample " + sample + ": " + steps + ", expected " + (long) wanted);
      }
      double end = golden.samples().get("t_end").at(sample);
      if (Math.abs(end - solution.time()) > MOST_TIME_APART * end) {
        checks.put(
            "t_end",
            String.format(
                Locale.ROOT,
                "sample %d ended at %.4f s, expected %.4f",
                sample,
                solution.time(),
                end));
      }
    }
    return checks;
  }

  private static double[] start(
      GoldenNetwork network, int size, int sample, Optional<Control> control) {
    double[] start = new double[size];
    if (control.isEmpty()) {
      return start;
    }
    Activity activity = network.activity();
    int at = 0;
    for (List<float[]> population : List.of(activity.excitatory(), activity.inhibitory())) {
      for (int l = 0; l < network.layers().depth(); l++) {
        at = put(population.get(l), network.layers().units(l), sample, start, at);
      }
    }
    put(activity.output(), network.layers().outputs(), sample, start, at);
    return start;
  }

  private static int put(float[] from, int width, int sample, double[] start, int at) {
    for (int i = 0; i < width; i++) {
      start[at + i] = from[sample * width + i];
    }
    return at + width;
  }
}
