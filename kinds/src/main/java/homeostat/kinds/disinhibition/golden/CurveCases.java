package homeostat.kinds.disinhibition.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.disinhibition.Tangent;
import homeostat.disinhibition.curve.CurvePoint;
import homeostat.disinhibition.curve.Greedy;
import homeostat.disinhibition.curve.Meulemans;
import homeostat.disinhibition.curve.PairCircuit;
import homeostat.disinhibition.curve.Payeur;
import homeostat.disinhibition.curve.Sacramento;
import homeostat.disinhibition.curve.Settling;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Golden cases of plasticity curves, of the pair and of rival circuits. */
final class CurveCases {
  private CurveCases() {}

  /** Numbers a point of input gives, by the name of the quantity. */
  private interface Trial {
    void run(double x, Columns out);
  }

  private static final class Columns {
    private final Map<String, double[]> byName = new LinkedHashMap<>();
    private final int length;
    private int at;

    Columns(int length) {
      this.length = length;
    }

    Columns put(String name, double value) {
      byName.computeIfAbsent(name, _ -> new double[length])[at] = value;
      return this;
    }
  }

  private static Arrays.Builder each(double[] inputs, Trial trial) {
    Columns columns = new Columns(inputs.length);
    for (double x : inputs) {
      trial.run(x, columns);
      columns.at++;
    }
    Arrays.Builder produced = Arrays.builder();
    columns.byName.forEach((name, values) -> produced.put(name, values, values.length));
    return produced;
  }

  private static OptionalDouble target(JsonNode params) {
    return params.path("target").isNumber()
        ? OptionalDouble.of(params.get("target").asDouble())
        : OptionalDouble.empty();
  }

  private static Settling settling(JsonNode params) {
    return new Settling(
        params.path("dt").asDouble(Settling.PUBLISHED.dt()),
        params.path("steps").asInt(Settling.PUBLISHED.steps()));
  }

  static Outcome microcircuit(GoldenCase golden) {
    JsonNode params = golden.params();
    PairCircuit circuit =
        new PairCircuit(
            GoldenNetwork.rectifier(params.get("act")),
            params.path("alpha").asDouble(PairCircuit.PUBLISHED.gain()),
            settling(params));
    Tangent line = new Tangent(params.get("theta").asDouble(), params.get("delta").asDouble());
    if (golden.inputs().names().contains("rI")) {
      double[] u = golden.inputs().get("u").toDoubles();
      double[] clamped = golden.inputs().get("rI").toDoubles();
      double[] rates = new double[u.length];
      double[] changes = new double[clamped.length * u.length];
      for (int k = 0; k < clamped.length; k++) {
        for (int i = 0; i < u.length; i++) {
          CurvePoint point = circuit.isolated(u[i], clamped[k], line);
          rates[i] = point.rate();
          changes[k * u.length + i] = point.change();
        }
      }
      return Outcome.of(
          Arrays.builder()
              .put("rE", rates, u.length)
              .put("dw", changes, clamped.length, u.length)
              .build());
    }
    OptionalDouble target = target(params);
    return Outcome.of(
        each(
                golden.inputs().get("x").toDoubles(),
                (x, out) -> {
                  PairCircuit.State state = circuit.settle(x, target);
                  out.put("uE", state.excitatory())
                      .put("uI", state.inhibitory())
                      .put("rE", circuit.activation().rate(state.excitatory()))
                      .put("rI", circuit.activation().rate(state.inhibitory()))
                      .put("dw_lin", circuit.linear(x, state, line).change())
                      .put("dw_exact", circuit.exact(x, state).change());
                })
            .build());
  }

  static Outcome alternativeModels(GoldenCase golden) {
    JsonNode params = golden.params();
    if (golden.inputs().names().contains("rI")) {
      return isolated(golden);
    }
    OptionalDouble target = target(params);
    Trial trial;
    if (params.has("g_lk")) {
      Sacramento model = sacramento(params);
      trial =
          (x, out) -> {
            double[] u = model.settle(x, target);
            CurvePoint point = model.at(x, u[0]);
            out.put("uE", u[0]).put("uI", u[1]).put("rE", point.rate()).put("dw", point.change());
          };
    } else if (params.has("wF")) {
      Meulemans model =
          new Meulemans(
              params.get("wF").asDouble(), params.get("alpha").asDouble(), settling(params));
      trial =
          (x, out) -> {
            double u = model.settle(x, target);
            CurvePoint point = model.at(x, u);
            out.put("u", u).put("r", point.rate()).put("dw", point.change());
          };
    } else if (params.has("wEO")) {
      Greedy model = greedy(params);
      trial =
          (x, out) ->
              out.put("e", model.events(x))
                  .put("p", model.bursting(x, target))
                  .put("dw", model.at(x, target).change());
    } else {
      Payeur model = new Payeur(params.get("alpha").asDouble(), params.get("beta").asDouble());
      trial =
          (x, out) ->
              out.put("e", model.events(x))
                  .put("p", model.bursting(x, target))
                  .put("b", model.events(x) * model.bursting(x, target))
                  .put("dw", model.at(x, target).change());
    }
    return Outcome.of(each(golden.inputs().get("x").toDoubles(), trial).build());
  }

  private static Sacramento sacramento(JsonNode params) {
    Sacramento usual = Sacramento.PUBLISHED;
    return new Sacramento(
        params.get("g_lk").asDouble(),
        params.get("g_B").asDouble(),
        params.get("g_A").asDouble(),
        params.path("g_D").asDouble(usual.dendritic()),
        params.path("wXE").asDouble(usual.wXE()),
        params.path("wIE").asDouble(usual.wIE()),
        params.path("wEI").asDouble(usual.wEI()),
        settling(params));
  }

  private static Greedy greedy(JsonNode params) {
    return new Greedy(
        params.get("alpha").asDouble(),
        params.get("beta").asDouble(),
        params.path("wXE").asDouble(1),
        params.path("wEO").asDouble(1),
        params.path("wY").asDouble(1));
  }

  private interface Clamped {
    CurvePoint at(double x, double inhibition);
  }

  private static Outcome isolated(GoldenCase golden) {
    JsonNode params = golden.params();
    Clamped cell;
    if (params.has("g_lk")) {
      Sacramento model = sacramento(params);
      cell = model::isolated;
    } else if (params.has("wF")) {
      cell = new Meulemans(params.get("wF").asDouble(), 1, Settling.PUBLISHED)::isolated;
    } else {
      Greedy model = greedy(params);
      cell = model::isolated;
    }
    double[] x = golden.inputs().get("x").toDoubles();
    double[] clamped = golden.inputs().get("rI").toDoubles();
    double[] events = new double[x.length];
    double[] changes = new double[clamped.length * x.length];
    for (int k = 0; k < clamped.length; k++) {
      for (int i = 0; i < x.length; i++) {
        CurvePoint point = cell.at(x[i], clamped[k]);
        events[i] = point.rate();
        changes[k * x.length + i] = point.change();
      }
    }
    return Outcome.of(
        Arrays.builder()
            .put("e", events, x.length)
            .put("dw", changes, clamped.length, x.length)
            .build());
  }
}
