package homeostat.kinds.brain;

import homeostat.connectome.CellTypes;
import homeostat.kinds.brain.config.ScreenSection;
import homeostat.kinds.brain.config.WholeBrainConfig;
import homeostat.kinds.brain.figures.BrainRaster;
import homeostat.kinds.brain.figures.Matrix;
import homeostat.lab.Run;
import homeostat.lab.figure.Figure;
import homeostat.spiking.brain.SpikeList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The figures of a run. */
final class Pictures {
  private static final int MOST_RANKED = 24;

  private final WholeBrainConfig config;
  private final CellTypes groups;
  private final List<Condition> conditions;
  private final RateTable rates;

  Pictures(WholeBrainConfig config, CellTypes groups, List<Condition> conditions, RateTable rates) {

    this.config = config;
    this.groups = groups;
    this.conditions = conditions;
    this.rates = rates;
  }

  /** Conditions with figures of their own: all stimuli, but of a screen the first alone. */
  static int pictured(WholeBrainConfig config) {
    return config.screen().isEmpty() ? Conditions.count(config) : 1;
  }

  /** Spikes of the first trial of a condition. */
  void raster(int condition, SpikeList spikes, Run run) {
    if (condition >= pictured(config)) {
      return;
    }
    Condition shown = conditions.get(condition);
    run.figure(
        "figures/raster" + suffix(condition),
        BrainRaster.of(
            title(condition) + ", first trial",
            spikes,
            groups,
            shown.driven(),
            config.simulation().dt(),
            until(spikes)));
  }

  /** Time that a raster shows, s: the trial, or what of it has room. */
  private double until(SpikeList spikes) {
    return spikes.size() < Trial.MOST_SHOWN
        ? rates.seconds()
        : spikes.step(spikes.size() - 1) * config.simulation().dt() / 1000;
  }

  /**
   * Rates by group and time of each condition, and of all conditions (or trials) beside each other.
   */
  void maps(Run run) {
    for (int c = 0; c < pictured(config); c++) {
      int condition = c;
      int[] shown = mostActive(c, c + 1);
      if (shown.length > 0) {
        double[][] values = new double[shown.length][RateTable.BINS];
        for (int row = 0; row < shown.length; row++) {
          for (int bin = 0; bin < RateTable.BINS; bin++) {
            values[row][bin] = rates.group(condition, shown[row], new RateTable.Bin(bin));
          }
        }
        run.figure(
            "figures/rate_map" + suffix(c),
            Matrix.overTime(
                title(c) + ", mean of " + rates.trials() + " trials",
                names(shown),
                rates.seconds(),
                values));
      }
    }
    responses(run);
  }

  private void responses(Run run) {
    int[] shown = mostActive(0, conditions.size());
    if (shown.length == 0) {
      return;
    }
    boolean single = conditions.size() == 1;
    if (!single) {
      // The conditions of a screen differ little; sorting by the strongest would sort by noise.
      shown = config.screen().isEmpty() ? byStrongestCondition(shown) : byFirstCondition(shown);
    }
    int rows = single ? rates.trials() : conditions.size();
    double[][] values = new double[shown.length][rows];
    List<String> labels = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      labels.add(single ? "trial " + (row + 1) : conditions.get(row).name());
      for (int k = 0; k < shown.length; k++) {
        values[k][row] = single ? rates.group(0, row, shown[k]) : rates.group(row, shown[k]).mean();
      }
    }
    run.figure(
        "figures/response_matrix",
        Matrix.responses(
            single ? "Response to " + title(0) : "Responses, mean of " + rates.trials() + " trials",
            names(shown),
            labels,
            values));
  }

  /** The largest effects of a screen. */
  void screen(List<Results.Effect> effects, Run run) {
    List<Figure.Bar> bars =
        effects.stream()
            .limit(MOST_RANKED)
            .map(effect ->
                new Figure.Bar(
                    effect.set(),
                    effect.action(),
                    effect.action().equals("silence")
                        ? Figure.Ink.INHIBITORY
                        : Figure.Ink.EXCITATORY,
                    effect.change().mean(),
                    Double.isNaN(effect.change().low())
                        ? 0
                        : effect.change().mean() - effect.change().low()))
            .toList();
    run.figure(
        "figures/screen",
        new Figure.Bars(
            "Effect of " + changes() + " each set on the readout",
            Figure.Axis.of("change of rate (Hz)"),
            bars));
  }

  private String changes() {
    ScreenSection screen = config.screen();
    if (screen.activate().isEmpty()) {
      return "silencing";
    }
    return screen.silence().isEmpty() ? "driving" : "silencing or driving";
  }

  /** The groups with the highest rates in any of the conditions, highest first. */
  private int[] mostActive(int from, int to) {
    double[] highest = new double[groups.names().size()];
    int[] sizes = groups.counts();
    for (int c = from; c < to; c++) {
      for (int g = 0; g < highest.length; g++) {
        if (sizes[g] > 0) {
          highest[g] = Math.max(highest[g], rates.group(c, g).mean());
        }
      }
    }
    return IntStream.range(0, highest.length)
        .filter(g -> highest[g] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer g) -> -highest[g]))
        .limit(config.readout().groups())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Groups that answer most to the first condition, then those that answer most to the second, ...
   */
  private int[] byStrongestCondition(int[] shown) {
    return IntStream.of(shown)
        .boxed()
        .sorted(Comparator.comparingInt(this::strongest))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int[] byFirstCondition(int[] shown) {
    return IntStream.of(shown)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer g) -> -rates.group(0, g).mean()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int strongest(int group) {
    int best = 0;
    for (int c = 1; c < conditions.size(); c++) {
      if (rates.group(c, group).mean() > rates.group(best, group).mean()) {
        best = c;
      }
    }
    return best;
  }

  private List<String> names(int[] shown) {
    return IntStream.of(shown).mapToObj(groups.names()::get).toList();
  }

  private String title(int condition) {
    String control =
        switch (config.wiring().nullModel()) {
          case NONE -> "";
          default ->
              " (control: " + config.wiring().nullModel().name().toLowerCase(Locale.ROOT) + ")";
        };
    return conditions.get(condition).name() + control;
  }

  private String suffix(int condition) {
    return pictured(config) == 1 ? "" : String.format(Locale.ROOT, "_%03d", condition + 1);
  }
}
