package homeostat.lab.figure;

import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Bar;
import homeostat.lab.figure.Figure.Bars;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Edge;
import homeostat.lab.figure.Figure.Events;
import homeostat.lab.figure.Figure.Graph;
import homeostat.lab.figure.Figure.HeatMap;
import homeostat.lab.figure.Figure.Histogram;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Mark;
import homeostat.lab.figure.Figure.Node;
import homeostat.lab.figure.Figure.Panel;
import homeostat.lab.figure.Figure.Points;
import homeostat.lab.figure.Figure.Raster;
import homeostat.lab.figure.Figure.Sample;
import homeostat.lab.figure.Figure.Scatter;
import homeostat.lab.figure.Figure.Violins;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Figures from made-up data, one of each kind and a dashboard, for tests and to look at. */
public final class Samples {
  private static final double SECONDS = 10;

  private Samples() {}

  /** One of each kind, by name. */
  public static Map<String, Figure> all() {
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("lines", rates());
    all.put("losses", losses());
    all.put("voltage", voltage());
    all.put("scatter", scatter());
    all.put("raster", raster());
    all.put("histogram", histogram(1));
    all.put("violins", violins());
    all.put("bars", bars());
    all.put("heat_map", weights());
    all.put("matrix", matrix());
    all.put("graph", graph());
    all.put("activity", activity());
    return all;
  }

  public static Lines rates() {
    Random random = new Random(1);
    return new Lines(
        "",
        Axis.of("time (s)", 0, SECONDS),
        Axis.of("rate (Hz)"),
        List.of(
            walk(random, "excitatory", Ink.EXCITATORY, 4, 200, 0.6),
            walk(random, "inhibitory", Ink.INHIBITORY, 9, 200, 1.2),
            walk(random, "input", Ink.INPUT, 6, 200, 0.4)),
        List.of(new Mark("target", Ink.TARGET, false, 5)));
  }

  public static Lines losses() {
    double[] x = IntStream.range(0, 300).mapToDouble(i -> i * 10 + 10).toArray();
    double[] y = Arrays.stream(x).map(v -> 40 * Math.exp(-v / 600) + 0.02).toArray();
    double[] z = Arrays.stream(x).map(v -> 3e-3 + Math.exp(-v / 300)).toArray();
    return new Lines(
        "Losses",
        Axis.of("epoch"),
        Axis.log("loss"),
        List.of(
            new Curve("firing rate", Ink.FIRST, x, y),
            new Curve("membrane variance", Ink.SECOND, x, z)),
        List.of());
  }

  public static Lines voltage() {
    Random random = new Random(2);
    int n = 20_000;
    double[] x = new double[n];
    double[] v = new double[n];
    double[] spikes = new double[12];
    double at = -60;
    for (int i = 0; i < n; i++) {
      x[i] = i * SECONDS / n;
      at += 0.01 * (-58 - at) + 0.35 * random.nextGaussian();
      if (i % 1701 == 1700) {
        spikes[i / 1701] = x[i];
        at = -65;
      }
      v[i] = Math.min(at, -50.2);
    }
    return new Lines(
        "",
        Axis.of("time (s)", 0, SECONDS),
        Axis.of("potential (mV)"),
        List.of(new Curve("", Ink.EXCITATORY, x, v)),
        List.of(
            new Mark("threshold", Ink.TARGET, false, -50),
            new Mark("rest", Ink.NEUTRAL, false, -65)),
        List.of(new Events("spikes", Ink.TARGET, 1, new int[11], Arrays.copyOf(spikes, 11))));
  }

  public static Lines conductances() {
    Random random = new Random(3);
    return new Lines(
        "",
        Axis.of("time (s)", 0, SECONDS),
        Axis.of("conductance (nS)"),
        List.of(
            walk(random, "from excitatory", Ink.EXCITATORY, 2, 5000, 0),
            walk(random, "from inhibitory", Ink.INHIBITORY, 5, 5000, 0),
            walk(random, "from input", Ink.INPUT, 1, 5000, 0)),
        List.of());
  }

  public static Scatter scatter() {
    Random random = new Random(4);
    double[] x = normal(random, 3000, 2, 0.6);
    double[] y = Arrays.stream(x).map(v -> v * 0.9 + 0.3 * random.nextGaussian()).toArray();
    return new Scatter(
        "Trial 1 against trial 2, r = 0.86",
        Axis.of("rate in trial 1 (Hz)"),
        Axis.of("rate in trial 2 (Hz)"),
        List.of(new Points("neurons", Ink.EXCITATORY, x, y)),
        List.of(),
        List.of(new Curve("unity", Ink.TARGET, new double[] {0, 4}, new double[] {0, 4})));
  }

  public static Raster raster() {
    Random random = new Random(5);
    return new Raster(
        "",
        Axis.of("time (s)", 0, SECONDS),
        Axis.of("neuron"),
        List.of(
            events(random, "input", Ink.INPUT, 6, 80),
            events(random, "excitatory", Ink.EXCITATORY, 11, 45),
            events(random, "inhibitory", Ink.INHIBITORY, 3, 110)));
  }

  public static Histogram histogram(long seed) {
    Random random = new Random(seed);
    return new Histogram(
        "",
        Axis.of("rate (Hz)"),
        Axis.of("neurons"),
        30,
        List.of(
            new Sample("excitatory", Ink.EXCITATORY, positive(normal(random, 800, 5, 1.6))),
            new Sample("inhibitory", Ink.INHIBITORY, positive(normal(random, 500, 9, 2.5)))),
        List.of(new Mark("target", Ink.TARGET, true, 5)));
  }

  public static Histogram one(String label, Ink ink, double mean, double deviation, Mark... marks) {
    Random random = new Random((long) (1000 * mean));
    return new Histogram(
        "",
        Axis.of(label),
        Axis.of("neurons"),
        0,
        List.of(new Sample("", ink, positive(normal(random, 800, mean, deviation)))),
        List.of(marks));
  }

  public static Violins violins() {
    Random random = new Random(7);
    return new Violins(
        "Weights by input",
        Axis.of("weight (nS)"),
        List.of(
            new Sample("excitatory", Ink.EXCITATORY, logNormal(random, 2000, 0.3, 0.4)),
            new Sample("inhibitory", Ink.INHIBITORY, logNormal(random, 500, 0.9, 0.3)),
            new Sample("feedforward", Ink.INPUT, logNormal(random, 20, 0.5, 0.5))));
  }

  public static Bars bars() {
    return new Bars(
        "Inputs a cell",
        Axis.of("inputs"),
        List.of(
            new Bar("to excitatory", "excitatory", Ink.EXCITATORY, 80, 8),
            new Bar("to excitatory", "inhibitory", Ink.INHIBITORY, 21, 4),
            new Bar("to excitatory", "feedforward", Ink.INPUT, 35, 6),
            new Bar("to inhibitory", "excitatory", Ink.EXCITATORY, 95, 10),
            new Bar("to inhibitory", "inhibitory", Ink.INHIBITORY, 30, 5),
            new Bar("to inhibitory", "feedforward", Ink.INPUT, 12, 3)));
  }

  public static HeatMap weights() {
    Random random = new Random(8);
    double[][] w = new double[200][200];
    for (int i = 0; i < 200; i++) {
      for (int j = 0; j < 200; j++) {
        double weight = random.nextDouble() < 0.15 ? Math.exp(0.5 * random.nextGaussian()) : 0;
        w[i][j] = i < 160 ? weight : -1.5 * weight;
      }
    }
    List<String> types =
        java.util.stream.Stream.concat(
                Collections.nCopies(160, "excitatory").stream(),
                Collections.nCopies(40, "inhibitory").stream())
            .toList();
    return new HeatMap(
        "Recurrent weights",
        Axis.of("to"),
        Axis.of("from"),
        w,
        types,
        types,
        new Axis("weight (nS)", false, -3, 3),
        false);
  }

  public static HeatMap matrix() {
    return new HeatMap(
        "Mean weight",
        Axis.of("to"),
        Axis.of("from"),
        new double[][] {{0.42, 1.3}, {2.71, 0.09}, {Double.NaN, 0.0031}},
        List.of("excitatory", "inhibitory", "input"),
        List.of("excitatory", "inhibitory"),
        "weight (nS)",
        true);
  }

  public static Graph graph() {
    return new Graph(
        "Circuit",
        List.of(
            new Node("E", Ink.EXCITATORY, 0.25, 0.55, 4),
            new Node("I", Ink.INHIBITORY, 0.75, 0.55, 2),
            new Node("input", Ink.INPUT, 0.5, 0.05, 1)),
        List.of(
            new Edge(0, 1, Ink.EXCITATORY, 1),
            new Edge(1, 0, Ink.INHIBITORY, 0.8),
            new Edge(0, 0, Ink.EXCITATORY, 0.3),
            new Edge(1, 1, Ink.INHIBITORY, 0.5),
            new Edge(2, 0, Ink.INPUT, 0.6),
            new Edge(2, 1, Ink.INPUT, 0.2)));
  }

  public static Lines fano() {
    double[] x = new double[20];
    double[] y = new double[20];
    double[] s = new double[20];
    for (int i = 0; i < 20; i++) {
      x[i] = Math.pow(10, 3.0 * i / 19);
      y[i] = 1 - 0.3 * i / 19 + 0.02 * Math.sin(i);
      s[i] = 0.05 + 0.2 * i / 19;
    }
    return new Lines(
        "",
        Axis.log("window (ms)"),
        Axis.of("Fano factor"),
        List.of(new Curve("", Ink.EXCITATORY, x, y, s)),
        List.of(new Mark("Poisson", Ink.NEUTRAL, false, 1)));
  }

  /** A dashboard as the spiking experiments draw it. */
  public static Board activity() {
    return new Board(
        "Activity after 1200 chunks",
        List.of(
            new Column(
                2,
                List.of(
                    new Panel(1.5, raster()),
                    new Panel(1, rates()),
                    new Panel(1, voltage()),
                    new Panel(1, conductances()))),
            types("excitatory", Ink.EXCITATORY, 5),
            types("inhibitory", Ink.INHIBITORY, 9)),
        24,
        16);
  }

  private static Column types(String name, Ink ink, double rate) {
    Histogram rates =
        one("rate (Hz)", ink, rate, 2, new Mark("target", Ink.TARGET, true, rate - 1));
    return new Column(
        1,
        List.of(
            new Panel(
                1, new Histogram(name, rates.x(), rates.y(), 0, rates.samples(), rates.marks())),
            new Panel(1, one("coefficient of variation", ink, 0.9, 0.2)),
            new Panel(1, one("interval (ms)", ink, 120, 70)),
            new Panel(1, fano())));
  }

  private static Events events(Random random, String name, Ink ink, int rows, int each) {
    int[] row = new int[rows * each];
    double[] time = new double[rows * each];
    for (int i = 0; i < row.length; i++) {
      row[i] = i / each;
      time[i] = SECONDS * random.nextDouble();
    }
    return new Events(name, ink, rows, row, time);
  }

  private static Curve walk(
      Random random, String name, Ink ink, double mean, int n, double spread) {
    double[] x = new double[n];
    double[] y = new double[n];
    double[] band = new double[spread > 0 ? n : 0];
    double at = 0;
    for (int i = 0; i < n; i++) {
      x[i] = SECONDS * i / (n - 1);
      at += 10.0 / n * -at + 0.25 * Math.sqrt(20.0 / n) * mean * random.nextGaussian();
      y[i] = Math.max(0, mean + 0.5 * at);
      if (spread > 0) {
        band[i] = Math.min(spread, y[i]);
      }
    }
    return new Curve(name, ink, x, y, band);
  }

  public static double[] normal(Random random, int n, double mean, double deviation) {
    return random.doubles(n).map(u -> mean + deviation * random.nextGaussian()).toArray();
  }

  private static double[] logNormal(Random random, int n, double median, double deviation) {
    return Arrays.stream(normal(random, n, 0, deviation)).map(v -> median * Math.exp(v)).toArray();
  }

  private static double[] positive(double[] values) {
    return Arrays.stream(values).filter(v -> v > 0).toArray();
  }
}
