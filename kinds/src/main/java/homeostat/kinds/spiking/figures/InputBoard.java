package homeostat.kinds.spiking.figures;

import homeostat.connectome.NetworkStructure;
import homeostat.kernel.Csr;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Events;
import homeostat.lab.figure.Figure.HeatMap;
import homeostat.lab.figure.Figure.Histogram;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Mark;
import homeostat.lab.figure.Figure.Panel;
import homeostat.lab.figure.Figure.Raster;
import homeostat.lab.figure.Figure.Sample;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.statistics.SpikeStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The inputs as a figure: their spikes and rates over time, how they are wired to the network, and
 * how rates and convergence are distributed.
 */
public final class InputBoard {
  private static final int RASTER_INPUTS = 100;
  private static final int SHOWN = 300;
  private static final double RASTER_SECONDS = 2;
  private static final double RATE_WINDOW_MS = 50;
  private static final String TIME = "time (s)";

  private final Activity activity;
  private final NetworkStructure structure;
  private final SpikeTrains inputs;
  private final double dt;
  private final double from;
  private final double to;

  public InputBoard(Activity activity, NetworkStructure structure) {
    this.activity = activity;
    this.structure = structure;
    this.inputs = activity.inputSpikes();
    this.dt = activity.population().dt();
    this.to = activity.seconds();
    this.from = Math.max(0, to - RASTER_SECONDS);
  }

  /** The figure. */
  public Figure draw() {
    return new Board(
        "",
        List.of(
            new Column(1.5, List.of(new Panel(1.7, raster()), new Panel(1, rate()))),
            new Column(1.2, List.of(new Panel(1, matrix()))),
            new Column(1, List.of(new Panel(1, rates()), new Panel(1, convergence())))),
        14,
        6.4);
  }

  private Raster raster() {
    List<Events> groups = new ArrayList<>();
    List<String> names = structure.inputTypes().names();
    int[] types = structure.inputTypes().index();
    for (int f = names.size() - 1; f >= 0; f--) {
      int type = f;
      int[] members = IntStream.range(0, types.length).filter(i -> types[i] == type).toArray();
      int shown =
          Math.min(members.length, Math.max(4, RASTER_INPUTS * members.length / types.length));
      groups.add(events(names.get(f), ink(f), spread(members, shown)));
    }
    String title = inputs.times().length == 0 ? "No input spikes" : "Input spikes";
    return new Raster(title, Axis.of(TIME, from, to), Axis.of("input"), groups);
  }

  private Events events(String name, Ink ink, int[] shown) {
    List<Integer> rows = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (int row = 0; row < shown.length; row++) {
      for (int e = inputs.from(0, shown[row]); e < inputs.to(0, shown[row]); e++) {
        double time = inputs.times()[e] * dt / 1000;
        if (time >= from) {
          rows.add(row);
          times.add(time);
        }
      }
    }
    return new Events(
        name,
        ink,
        shown.length,
        rows.stream().mapToInt(Integer::intValue).toArray(),
        times.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Mean over the inputs of each type, without the ends, where the window is half filled. */
  private Lines rate() {
    SpikeStatistics statistics = statistics();
    List<Curve> curves = new ArrayList<>();
    int first = (int) Math.round(from * 1000 / dt);
    int half = (int) Math.ceil(RATE_WINDOW_MS / dt / 2);
    for (int f = 0; f < structure.inputTypes().names().size(); f++) {
      double[] psth = statistics.psth(f, RATE_WINDOW_MS);
      Arrays.fill(psth, 0, Math.min(psth.length, half), Double.NaN);
      Arrays.fill(psth, Math.max(0, psth.length - half), psth.length, Double.NaN);
      double[] x = IntStream.range(first, psth.length).mapToDouble(t -> t * dt / 1000).toArray();
      curves.add(
          new Curve(
              structure.inputTypes().names().get(f),
              ink(f),
              x,
              Arrays.copyOfRange(psth, first, psth.length)));
    }
    return new Lines(
        "", Axis.of(TIME, from, to), Axis.of("mean rate (Hz)", 0, Double.NaN), curves, List.of());
  }

  private SpikeStatistics statistics() {
    return new SpikeStatistics(
        inputs, structure.inputTypes().index(), structure.inputTypes().names().size(), dt);
  }

  private Histogram rates() {
    double[] all = statistics().rates();
    int[] types = structure.inputTypes().index();
    List<Sample> samples = new ArrayList<>();
    for (int f = 0; f < structure.inputTypes().names().size(); f++) {
      int type = f;
      samples.add(
          new Sample(
              structure.inputTypes().names().get(f),
              ink(f),
              IntStream.range(0, all.length)
                  .filter(i -> types[i] == type)
                  .mapToDouble(i -> all[i])
                  .toArray()));
    }
    double mean = Arrays.stream(all).average().orElse(Double.NaN);
    return new Histogram(
        "Rates of the inputs",
        Axis.of("rate (Hz)", 0, Double.NaN),
        Axis.of("inputs"),
        0,
        samples,
        List.of(
            new Mark(
                String.format(java.util.Locale.ROOT, "mean %.3g", mean), Ink.TARGET, true, mean)));
  }

  /** Summed weight that each cell receives from the inputs. */
  private Histogram convergence() {
    double[] sums = new double[structure.neurons()];
    Csr weights = structure.feedforward();
    for (int e = 0; e < weights.entries(); e++) {
      sums[weights.columns()[e]] += weights.values()[e];
    }
    int[] types = structure.recurrent().types().index();
    List<String> names = structure.recurrent().types().names();
    List<Sample> samples = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      int type = c;
      samples.add(
          new Sample(
              "to " + names.get(c),
              CellInk.of(c, names.size(), names.get(c)),
              IntStream.range(0, sums.length)
                  .filter(n -> types[n] == type)
                  .mapToDouble(n -> sums[n])
                  .toArray()));
    }
    return new Histogram(
        "Drive that a cell receives",
        Axis.of("summed input weight", 0, Double.NaN),
        Axis.of("cells"),
        0,
        samples,
        List.of());
  }

  private HeatMap matrix() {
    Csr weights = structure.feedforward();
    int[] senders = spread(IntStream.range(0, weights.rows()).toArray(), SHOWN);
    int[] types = structure.recurrent().types().index();
    int[] receivers =
        spread(
            IntStream.range(0, weights.cols())
                .boxed()
                .sorted(java.util.Comparator.<Integer>comparingInt(n -> types[n]))
                .mapToInt(Integer::intValue)
                .toArray(),
            SHOWN);
    int[] columnOf = new int[weights.cols()];
    Arrays.fill(columnOf, -1);
    for (int j = 0; j < receivers.length; j++) {
      columnOf[receivers[j]] = j;
    }
    double[][] values = new double[senders.length][receivers.length];
    for (int i = 0; i < senders.length; i++) {
      for (int e = weights.offsets()[senders[i]]; e < weights.offsets()[senders[i] + 1]; e++) {
        if (columnOf[weights.columns()[e]] >= 0) {
          values[i][columnOf[weights.columns()[e]]] = weights.values()[e];
        }
      }
    }
    double[] positive =
        Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(w -> w > 0).sorted().toArray();
    double upper = positive.length == 0 ? 1 : positive[(int) (0.99 * (positive.length - 1))];
    List<String> columns =
        Arrays.stream(receivers)
            .mapToObj(n -> structure.recurrent().types().names().get(types[n]))
            .toList();
    return new HeatMap(
        "Feedforward weights",
        Axis.of("receiver (" + receivers.length + " of " + weights.cols() + ")"),
        Axis.of("input (" + senders.length + " of " + weights.rows() + ")"),
        values,
        List.of(),
        columns,
        new Axis("weight", false, 0, upper),
        false);
  }

  private Ink ink(int type) {
    return type == 0 ? Ink.INPUT : Ink.cycle(type + 1);
  }

  private static int[] spread(int[] all, int shown) {
    int count = Math.min(shown, all.length);
    return IntStream.range(0, count).map(i -> all[(int) ((long) i * all.length / count)]).toArray();
  }
}
