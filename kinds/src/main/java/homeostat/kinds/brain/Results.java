package homeostat.kinds.brain;

import homeostat.connectome.CellTypes;
import homeostat.connectome.brain.Brain;
import homeostat.kinds.brain.config.WholeBrainConfig;
import homeostat.lab.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Tables of a run: rates with 95 % confidence intervals over trials, and the ranks of a screen. */
final class Results {
  private final WholeBrainConfig config;
  private final Brain brain;
  private final List<Condition> conditions;
  private final RateTable rates;

  Results(WholeBrainConfig config, Brain brain, List<Condition> conditions, RateTable rates) {
    this.config = config;
    this.brain = brain;
    this.conditions = conditions;
    this.rates = rates;
  }

  /**
   * The effect of one set of a screen.
   *
   * @param change in the readout's mean rate, Hz, over trials of equal input
   */
  record Effect(String set, String action, Interval change, double rate) {}

  /** One row a neuron that fired. */
  String neurons() {
    StringBuilder csv =
        new StringBuilder("condition,row,id,type,driven,trials,rate_hz,ci_low,ci_high\n");
    CellTypes types = brain.annotations().types(brain.neurons());
    for (int c = 0; c < conditions.size(); c++) {
      for (int n = 0; n < brain.neurons(); n++) {
        if (rates.count(c, n) > 0) {
          Interval rate = rates.neuron(c, n);
          csv.append(quoted(conditions.get(c).name())).append(',').append(n);
          csv.append(',').append(quoted(brain.label(n)));
          csv.append(',').append(quoted(types.names().get(types.index()[n]))).append(',');
          csv.append(conditions.get(c).driven()[n] ? 1 : 0).append(',').append(rates.trials());
          append(csv, rate);
        }
      }
    }
    return csv.toString();
  }

  /** One row a group that fired. */
  String groups() {
    String by = config.readout().by();
    StringBuilder csv =
        new StringBuilder("condition,")
            .append(by)
            .append(",neurons,trials,rate_hz,ci_low,ci_high\n");
    int[] sizes = rates.groups().counts();
    for (int c = 0; c < conditions.size(); c++) {
      for (int g = 0; g < sizes.length; g++) {
        Interval rate = sizes[g] == 0 ? new Interval(0, 0, 0) : rates.group(c, g);
        if (rate.mean() > 0) {
          csv.append(quoted(conditions.get(c).name())).append(',');
          csv.append(quoted(rates.groups().names().get(g))).append(',').append(sizes[g]);
          csv.append(',').append(rates.trials());
          append(csv, rate);
        }
      }
    }
    return csv.toString();
  }

  /** The sets of a screen, largest effect first. */
  String screen() {
    StringBuilder csv = new StringBuilder("rank,action,set,readout_hz,change_hz,ci_low,ci_high\n");
    int rank = 1;
    for (Effect effect : ranked()) {
      csv.append(rank++).append(',').append(effect.action).append(',').append(quoted(effect.set));
      csv.append(String.format(Locale.ROOT, ",%.4f", effect.rate));
      append(csv, effect.change);
    }
    return csv.toString();
  }

  List<Effect> ranked() {
    List<Effect> effects = new ArrayList<>();
    int silenced = config.screen().silence().size();
    for (int c = 1; c < conditions.size(); c++) {
      double sum = 0;
      double squares = 0;
      for (int trial = 0; trial < rates.trials(); trial++) {
        double change = rates.readout(c, trial) - rates.readout(0, trial);
        sum += change;
        squares += change * change;
      }
      effects.add(
          new Effect(
              conditions.get(c).change(),
              c <= silenced ? "silence" : "activate",
              rates.intervals().of(sum, squares),
              readoutRate(c).mean()));
    }
    effects.sort(
        Comparator.comparingDouble((Effect e) -> -Math.abs(e.change.mean()))
            .thenComparing(Effect::set));
    return effects;
  }

  Row summary() {
    Row row = new Row();
    for (int c = 0; c < conditions.size(); c++) {
      int condition = c;
      String prefix = conditions.size() == 1 ? "" : conditions.get(c).name() + "/";
      long active =
          IntStream.range(0, brain.neurons()).filter(n -> rates.count(condition, n) > 0).count();
      Interval rate = readoutRate(c);
      row.put(prefix + "active_neurons", active)
          .put(prefix + "readout_hz", rate.mean())
          .put(prefix + "readout_ci_low", rate.low())
          .put(prefix + "readout_ci_high", rate.high());
    }
    return row;
  }

  private Interval readoutRate(int condition) {
    double sum = 0;
    double squares = 0;
    for (int trial = 0; trial < rates.trials(); trial++) {
      double rate = rates.readout(condition, trial);
      sum += rate;
      squares += rate * rate;
    }
    return rates.intervals().of(sum, squares);
  }

  private static void append(StringBuilder csv, Interval rate) {
    csv.append(String.format(Locale.ROOT, ",%.4f,", rate.mean()));
    if (Double.isNaN(rate.low())) {
      csv.append(",\n");
    } else {
      csv.append(String.format(Locale.ROOT, "%.4f,%.4f%n", rate.low(), rate.high()));
    }
  }

  private static String quoted(String text) {
    return text.contains(",") || text.contains("\"") || text.contains("\n")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
