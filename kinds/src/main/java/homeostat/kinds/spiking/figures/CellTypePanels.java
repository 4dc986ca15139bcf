package homeostat.kinds.spiking.figures;

import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Histogram;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Mark;
import homeostat.lab.figure.Figure.Panel;
import homeostat.lab.figure.Figure.Sample;
import homeostat.spiking.statistics.SpikeStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The distributions of one cell type: rates, irregularity, intervals, variability over windows. */
final class CellTypePanels {
  private static final int FANO_WINDOWS = 20;
  private static final double FANO_LONGEST = 1000;
  private static final double ISI_QUANTILE = 0.995;

  private final Activity activity;
  private final Activity.Population population;
  private final SpikeStatistics statistics;
  private final double[] rates;
  private final double[] variation;

  CellTypePanels(Activity activity) {
    this.activity = activity;
    this.population = activity.population();
    this.statistics = activity.statistics();
    this.rates = statistics.rates();
    this.variation = statistics.variation();
  }

  List<Panel> column(int type) {
    return List.of(
        new Panel(1, rate(type)),
        new Panel(1, irregularity(type)),
        new Panel(1, intervals(type)),
        new Panel(1, fano(type)));
  }

  Histogram rate(int type) {
    double[] values = ofType(rates, type);
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    return new Histogram(
        population.types().get(type),
        Axis.of("rate (Hz)", 0, Double.NaN),
        Axis.of("cells"),
        30,
        List.of(new Sample("", ink(type), values)),
        List.of(
            new Mark(
                "target " + number(population.targets()[type]),
                Ink.TARGET,
                true,
                population.targets()[type]),
            new Mark("mean " + number(mean), ink(type), true, mean)));
  }

  private Histogram irregularity(int type) {
    return new Histogram(
        "",
        Axis.of("CV of intervals", 0, Double.NaN),
        Axis.of("trains"),
        30,
        List.of(new Sample("", ink(type), ofType(variation, type))),
        List.of(new Mark("Poisson", Ink.TARGET, true, 1)));
  }

  private Histogram intervals(int type) {
    double[] all = statistics.intervalsOfType(type);
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    double longest =
        sorted.length == 0 ? Double.NaN : sorted[(int) (ISI_QUANTILE * (sorted.length - 1))];
    double[] shown = Arrays.stream(all).filter(i -> i <= longest).toArray();
    return new Histogram(
        "",
        Axis.log("interval (ms)"),
        Axis.of("intervals"),
        40,
        List.of(new Sample("", ink(type), shown)),
        List.of());
  }

  private Lines fano(int type) {
    List<Double> widths = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    List<Double> spreads = new ArrayList<>();
    double longest = Math.min(FANO_LONGEST, activity.spikes().steps() / 4.0);
    int last = 0;
    for (int i = 0; i < FANO_WINDOWS; i++) {
      int window = (int) Math.round(StrictMath.pow(longest, i / (FANO_WINDOWS - 1.0)));
      if (window > last) {
        last = window;
        double[] defined =
            Arrays.stream(ofType(statistics.fano(window), type))
                .filter(f -> !Double.isNaN(f))
                .toArray();
        double mean = Arrays.stream(defined).average().orElse(Double.NaN);
        double squares = Arrays.stream(defined).map(f -> (f - mean) * (f - mean)).sum();
        widths.add(window * population.dt());
        means.add(mean);
        spreads.add(StrictMath.sqrt(squares / Math.max(1, defined.length - 1)));
      }
    }
    return new Lines(
        "",
        Axis.log("window (ms)"),
        Axis.of("Fano factor"),
        List.of(new Curve("", ink(type), array(widths), array(means), array(spreads))),
        List.of(new Mark("Poisson", Ink.TARGET, false, 1)));
  }

  private double[] ofType(double[] values, int type) {
    int neurons = population.cellTypes().length;
    return IntStream.range(0, values.length)
        .filter(i -> population.cellTypes()[i % neurons] == type)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  private Ink ink(int type) {
    return CellInk.of(type, population.types().size(), population.types().get(type));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
