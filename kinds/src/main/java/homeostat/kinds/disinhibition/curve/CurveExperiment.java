package homeostat.kinds.disinhibition.curve;

import homeostat.array.Arrays;
import homeostat.disinhibition.curve.Crossing;
import homeostat.kinds.disinhibition.config.CurveConfig;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One curve a step. The state is the curves found so far. */
final class CurveExperiment implements Experiment<List<Traced>> {
  private final CurveConfig config;
  private final CurvePlan plan;
  private final List<CurvePlan.Curve> curves;

  CurveExperiment(CurveConfig config) {
    this.config = config;
    plan = new CurvePlan(config);
    curves = plan.curves();
  }

  @Override
  public long steps() {
    return curves.size();
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(1, 50, 0);
  }

  @Override
  public String stepName() {
    return "curve";
  }

  @Override
  public List<Traced> start(Run run) {
    return new ArrayList<>();
  }

  @Override
  public List<Traced> step(List<Traced> state, long step) {
    state.add(Traced.of(curves.get((int) step), config.curve().points()));
    return state;
  }

  @Override
  public Row row(List<Traced> state, long step) {
    Traced traced = state.getLast();
    CurvePlan.Curve curve = curves.get((int) step);
    List<Crossing> crossings = traced.crossings();
    return new Row()
        .put("row", curve.row())
        .put("protocol", CurvePlan.word(curve.protocol()))
        .put("name", curve.name())
        .put("zeros", zeros(crossings))
        .put("ltp_area", traced.area(1))
        .put("ltd_area", traced.area(-1))
        .put("largest_change", traced.largest());
  }

  /** Each zero as rate and direction, for example {@code 1.50 up 4.09 down}. */
  private static String zeros(List<Crossing> crossings) {
    List<String> words = new ArrayList<>();
    for (Crossing crossing : crossings) {
      words.add(
          String.format(
              Locale.ROOT, "%.3f %s", crossing.rate(), crossing.rising() ? "up" : "down"));
    }
    return String.join(" ", words);
  }

  @Override
  public Arrays save(List<Traced> state) {
    Arrays.Builder saved = Arrays.builder();
    for (int i = 0; i < state.size(); i++) {
      saved.put("rates/" + i, state.get(i).rates().clone());
      saved.put("changes/" + i, state.get(i).changes().clone());
    }
    return saved.put("count", new long[] {state.size()}).build();
  }

  @Override
  public List<Traced> restore(Arrays saved) {
    List<Traced> state = new ArrayList<>();
    for (int i = 0; i < saved.longs("count")[0]; i++) {
      state.add(new Traced(saved.doubles("rates/" + i), saved.doubles("changes/" + i)));
    }
    return state;
  }

  @Override
  public Row finish(List<Traced> state, Run run) {
    run.text("zero_crossings.csv", table(state));
    run.arrays("curves.npz", save(state));
    run.figure("figures/curves", new CurveFigure(plan, curves, state).draw());
    Row summary = new Row();
    for (int i = 0; i < curves.size(); i++) {
      List<Crossing> crossings = state.get(i).crossings();
      for (int k = 0; k < crossings.size(); k++) {
        summary.put("zero/" + curves.get(i).label() + "/" + (k + 1), crossings.get(k).rate());
      }
    }
    return summary;
  }

  private String table(List<Traced> state) {
    StringBuilder table = new StringBuilder("row,protocol,curve,zero,rate,direction\n");
    for (int i = 0; i < curves.size(); i++) {
      CurvePlan.Curve curve = curves.get(i);
      List<Crossing> crossings = state.get(i).crossings();
      for (int k = 0; k < crossings.size(); k++) {
        table.append(
            String.format(
                Locale.ROOT,
                "\"%s\",%s,\"%s\",%d,%.4f,%s%n",
                curve.row(),
                CurvePlan.word(curve.protocol()),
                curve.name(),
                k + 1,
                crossings.get(k).rate(),
                crossings.get(k).rising() ? "LTD to LTP" : "LTP to LTD"));
      }
    }
    return table.toString();
  }
}
