package homeostat.kinds.disinhibition.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.disinhibition.LeakyController;
import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.teacher.Mode;
import homeostat.disinhibition.teacher.Sampled;
import homeostat.disinhibition.teacher.Signals;
import homeostat.disinhibition.teacher.StudentField;
import homeostat.disinhibition.teacher.StudentSettings;
import homeostat.disinhibition.teacher.StudentSettings.Approximation;
import homeostat.disinhibition.teacher.StudentShape;
import homeostat.dynamics.Step;
import homeostat.dynamics.Tsit5;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.util.Locale;

/** Golden cases of a student that follows a teacher in continuous time. */
final class TeacherCases {
  /** Time between the outputs that trajectories keep, s. */
  private static final double KEPT_EVERY = 0.01;

  private TeacherCases() {}

  static Outcome studentTeacher(GoldenCase golden) {
    if (golden.inputs().names().contains("amp")) {
      return sines(golden);
    }
    JsonNode sizes = golden.params().get("sizes");
    StudentShape shape =
        new StudentShape(sizes.get(0).asInt(), sizes.get(1).asInt(), sizes.get(2).asInt());
    if (golden.inputs().names().contains("ts")) {
      return trajectory(golden, shape);
    }
    double[] state = state(golden.inputs(), shape);
    if (!golden.inputs().names().contains("x")) {
      return jacobian(golden, shape, state);
    }
    double[] slope = new double[shape.size()];
    double[] x = golden.inputs().get("x").toDoubles();
    double[] y = golden.inputs().get("y").toDoubles();
    StudentField.Drive drive =
        (t, xs, ys) -> {
          System.arraycopy(x, 0, xs, 0, xs.length);
          System.arraycopy(y, 0, ys, 0, ys.length);
        };
    new StudentField(shape, settings(golden), mode(golden), drive).slope(0, state, slope);
    return Outcome.of(named("d_", shape, slope).build());
  }

  private static Outcome sines(GoldenCase golden) {
    Signals signals =
        new Signals(
            golden.inputs().get("amp").toDoubles(),
            golden.inputs().get("freq").toDoubles(),
            golden.inputs().get("phase").toDoubles());
    NdArray times = golden.inputs().get("t");
    int count = times.size();
    double dt = golden.params().get("dt").asDouble();
    return Outcome.of(
        Arrays.builder()
            .put("x", signals.sample(times.at(0), dt, count), count, signals.channels())
            .build());
  }

  private static Outcome jacobian(GoldenCase golden, StudentShape shape, double[] state) {
    double[] first = new double[shape.outputs() * shape.hidden()];
    double[] second = new double[shape.outputs() * shape.outputs()];
    new StudentField(shape, settings(golden), Mode.EVAL, (_, _, _) -> {})
        .feedback(state, first, second);
    return Outcome.of(
        Arrays.builder()
            .put("q1", first, shape.outputs(), shape.hidden())
            .put("q2", second, shape.outputs(), shape.outputs())
            .build());
  }

  private static Outcome trajectory(GoldenCase golden, StudentShape shape) {
    NdArray times = golden.inputs().get("ts");
    double dt = golden.params().get("dt").asDouble();
    int steps = (int) Math.round(golden.params().get("T").asDouble() / dt);
    double start = times.at(0);
    Sampled x = new Sampled(start, dt, shape.inputs(), golden.inputs().get("x").toDoubles());
    Sampled y = new Sampled(start, dt, shape.outputs(), golden.inputs().get("y").toDoubles());
    StudentSettings settings = settings(golden);
    StudentField field =
        new StudentField(
            shape,
            settings,
            mode(golden),
            (t, xs, ys) -> {
              x.at(start + t, xs);
              y.at(start + t, ys);
            });
    Step step = new Tsit5(dt).step(field, shape.size());
    double[] state = state(golden.inputs(), shape);
    double[] next = new double[state.length];
    int every = (int) Math.max(1, Math.round(KEPT_EVERY / dt));
    int kept = golden.expected().get("y_pred").shape()[0];
    double[] outputs = new double[kept * shape.outputs()];
    for (int n = 0; n <= steps; n++) {
      if (n % every == 0 && n / every < kept) {
        for (int o = 0; o < shape.outputs(); o++) {
          outputs[n / every * shape.outputs() + o] =
              settings.pairs().excitatory().rate(state[shape.excitatory(1) + o]);
        }
      }
      if (n < steps) {
        step.step(n, state, next);
        double[] done = state;
        state = next;
        next = done;
      }
    }
    return Outcome.of(
        named("final_", shape, state).put("y_pred", outputs, kept, shape.outputs()).build());
  }

  private static StudentSettings settings(GoldenCase golden) {
    JsonNode params = golden.params();
    Pairs pairs =
        new Pairs(
            GoldenNetwork.rectifier(params.get("actE")),
            GoldenNetwork.rectifier(params.get("actI")),
            params.get("tau_E").asDouble(),
            params.get("tau_I").asDouble());
    LeakyController controller =
        new LeakyController(
            params.get("k_p").asDouble(),
            params.get("k_i").asDouble(),
            params.get("leak").asDouble(),
            params.get("tau_C").asDouble());
    return new StudentSettings(
        pairs,
        controller,
        params.get("tau_W").asDouble(),
        params.get("tau_Q").asDouble(),
        params.get("Q_norm").asDouble(),
        params.get("y0").asDouble(),
        params.path("rule").asText("exact").equals("approx")
            ? Approximation.APPROX
            : Approximation.EXACT,
        !params.path("variant").asText("source").equals("corrected"));
  }

  /** Cases of derivatives tell their mode in their id alone. */
  private static Mode mode(GoldenCase golden) {
    String name = golden.params().path("mode").asText(golden.id());
    if (name.contains("train")) {
      return Mode.TRAIN;
    }
    if (name.contains("burn_in")) {
      return Mode.BURN_IN;
    }
    return name.contains("eval_with_control") ? Mode.EVAL_WITH_CONTROL : Mode.EVAL;
  }

  private static double[] state(Arrays inputs, StudentShape shape) {
    double[] state = new double[shape.size()];
    for (int l = 0; l < 2; l++) {
      copy(inputs, "uE" + (l + 1), state, shape.excitatory(l));
      copy(inputs, "uI" + (l + 1), state, shape.inhibitory(l));
      copy(inputs, "w" + (l + 1), state, shape.weights(l));
      copy(inputs, "b" + (l + 1), state, shape.bias(l));
      copy(inputs, "q" + (l + 1), state, shape.feedback(l));
    }
    copy(inputs, "c", state, shape.integrator());
    return state;
  }

  private static void copy(Arrays inputs, String name, double[] state, int at) {
    double[] values = inputs.get(name).toDoubles();
    System.arraycopy(values, 0, state, at, values.length);
  }

  private static Arrays.Builder named(String prefix, StudentShape shape, double[] state) {
    Arrays.Builder produced = Arrays.builder();
    for (int l = 0; l < 2; l++) {
      String layer = String.format(Locale.ROOT, "%d", l + 1);
      int units = shape.units(l);
      put(produced, prefix + "uE" + layer, state, shape.excitatory(l), units);
      put(produced, prefix + "uI" + layer, state, shape.inhibitory(l), units);
      put(produced, prefix + "w" + layer, state, shape.weights(l), shape.senders(l), units);
      put(produced, prefix + "b" + layer, state, shape.bias(l), units);
      put(produced, prefix + "q" + layer, state, shape.feedback(l), shape.outputs(), units);
    }
    put(produced, prefix + "c", state, shape.integrator(), shape.outputs());
    return produced;
  }

  private static void put(
      Arrays.Builder produced, String name, double[] state, int at, int... shape) {
    double[] part = java.util.Arrays.copyOfRange(state, at, at + NdArray.count(shape));
    produced.put(name, part, shape);
  }
}
