package homeostat.kinds.spiking.figures;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Events;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Mark;
import homeostat.lab.figure.Figure.Panel;
import homeostat.lab.figure.Figure.Raster;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.statistics.SpikeStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Activity as a figure. Left, over time: raster, rates, and inside one excitatory cell its
 * potential, conductances and currents. Right, a column a cell type: rates against their target,
 * irregularity, intervals, and variability over windows.
 */
public final class ActivityBoard {
  private static final String TIME = "time (s)";
  private static final int RASTER_CELLS = 80;
  private static final double RASTER_SECONDS = 5;
  private static final double RATE_WINDOW_MS = 50;

  private final Activity activity;
  private final Activity.Population population;
  private final SpikeStatistics statistics;
  private final double from;
  private final double to;

  public ActivityBoard(Activity activity) {
    this.activity = activity;
    this.population = activity.population();
    this.statistics = activity.statistics();
    this.to = activity.seconds();
    this.from = Math.max(0, to - RASTER_SECONDS);
  }

  /** The figure. */
  public Figure draw() {
    List<Panel> left = new ArrayList<>();
    left.add(new Panel(1.7, raster()));
    left.add(new Panel(1, rates()));
    cell().ifPresent(probe -> left.addAll(inside(probe)));
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(2.1, left));
    CellTypePanels panels = new CellTypePanels(activity);
    for (int c = 0; c < population.types().size(); c++) {
      columns.add(new Column(1, panels.column(c)));
    }
    return new Board(
        "", columns, 7.2 + 3.4 * population.types().size(), left.size() > 2 ? 9.6 : 7.6);
  }

  private Raster raster() {
    int inputs = Math.max(4, RASTER_CELLS / 5);
    List<Events> groups = new ArrayList<>();
    groups.add(
        events(
            population.inputs(),
            Ink.INPUT,
            activity.inputSpikes(),
            spread(IntStream.range(0, activity.inputSpikes().neurons()).toArray(), inputs)));
    for (int c = population.types().size() - 1; c >= 0; c--) {
      int[] members = members(c);
      int shown =
          Math.max(
              4, Math.round((float) RASTER_CELLS * members.length / population.cellTypes().length));
      groups.add(
          events(population.types().get(c), ink(c), activity.spikes(), spread(members, shown)));
    }
    return new Raster("", Axis.of(TIME, from, to), Axis.of("cell"), groups);
  }

  private Events events(String name, Ink ink, SpikeTrains trains, int[] cells) {
    List<Integer> rows = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (int row = 0; row < cells.length; row++) {
      for (int e = trains.from(0, cells[row]); e < trains.to(0, cells[row]); e++) {
        double time = seconds(trains.times()[e]);
        if (time >= from) {
          rows.add(row);
          times.add(time);
        }
      }
    }
    return new Events(
        name,
        ink,
        cells.length,
        rows.stream().mapToInt(Integer::intValue).toArray(),
        times.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private Lines rates() {
    List<Curve> curves = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (int c = 0; c < population.types().size(); c++) {
      boolean aimed = !Double.isNaN(population.targets()[c]);
      String name = population.types().get(c) + (aimed ? ", target dashed" : "");
      curves.add(curve(name, ink(c), whole(statistics.psth(c, RATE_WINDOW_MS))));
      marks.add(new Mark("", ink(c), false, population.targets()[c]));
    }
    SpikeTrains inputs = activity.inputSpikes();
    double[] inputRate =
        new SpikeStatistics(inputs, new int[inputs.neurons()], 1, population.dt())
            .psth(0, RATE_WINDOW_MS);
    curves.add(curve(population.inputs(), Ink.INPUT, whole(inputRate)));
    return new Lines(
        "", Axis.of(TIME, from, to), Axis.of("rate (Hz)", 0, Double.NaN), curves, marks);
  }

  /** Without the ends, where the window is only half filled. */
  private double[] whole(double[] psth) {
    int half = Math.min(psth.length / 2, (int) Math.ceil(RATE_WINDOW_MS / population.dt() / 2));
    double[] shown = psth.clone();
    Arrays.fill(shown, 0, half, Double.NaN);
    Arrays.fill(shown, shown.length - half, shown.length, Double.NaN);
    return shown;
  }

  /** The probed cell to show: excitatory where a type is called so, active, of median rate. */
  private Optional<Activity.Probe> cell() {
    int shown =
        IntStream.range(0, population.types().size())
            .filter(c -> ink(c) == Ink.EXCITATORY)
            .findFirst()
            .orElse(0);
    List<Activity.Probe> ordered =
        activity.probes().stream()
            .filter(p -> population.cellTypes()[p.neuron()] == shown)
            .sorted(
                java.util.Comparator.<Activity.Probe>comparingInt(
                        p -> activity.spikes().count(0, p.neuron()))
                    .thenComparingInt(Activity.Probe::neuron))
            .toList();
    List<Activity.Probe> active =
        ordered.stream().filter(p -> activity.spikes().count(0, p.neuron()) > 0).toList();
    List<Activity.Probe> choice = active.isEmpty() ? ordered : active;
    return choice.isEmpty() ? Optional.empty() : Optional.of(choice.get(choice.size() / 2));
  }

  private List<Panel> inside(Activity.Probe probe) {
    int type = population.cellTypes()[probe.neuron()];
    Events spikes = events("spikes", ink(type), activity.spikes(), new int[] {probe.neuron()});
    Lines voltage =
        new Lines(
            "",
            Axis.of(TIME, from, to),
            Axis.of(naturalUnits(type) ? "potential (thresholds)" : "potential (mV)"),
            List.of(curve("cell " + probe.neuron(), ink(type), doubles(probe.voltage()))),
            List.of(new Mark("threshold", Ink.TARGET, false, population.thresholds()[type])),
            List.of(spikes));
    return currentBased()
        ? List.of(new Panel(1, voltage), new Panel(1, bySender(probe, true)))
        : List.of(
            new Panel(1, voltage),
            new Panel(1, bySender(probe, false)),
            new Panel(1, bySender(probe, true)));
  }

  private boolean currentBased() {
    return population.synapses().stream().anyMatch(s -> Double.isInfinite(s.reversal()));
  }

  /** Potentials from reset 0 to threshold 1. */
  private boolean naturalUnits(int type) {
    return currentBased() && population.thresholds()[type] == 1;
  }

  /** What turns a conductance into a current: v - E, or the sign of a current itself. */
  private static double drive(double voltage, double reversal) {
    return Double.isInfinite(reversal) ? -Math.signum(reversal) : voltage - reversal;
  }

  /**
   * Conductances, or the currents that they drive, summed over the synapse types of each sender.
   */
  private Lines bySender(Activity.Probe probe, boolean currents) {
    List<Curve> curves = new ArrayList<>();
    List<Integer> groups =
        population.synapses().stream().map(Activity.Synapse::group).distinct().toList();
    for (int group : groups) {
      double[] sum = new double[probe.voltage().length];
      String sender = "";
      for (int k = 0; k < population.synapses().size(); k++) {
        Activity.Synapse synapse = population.synapses().get(k);
        if (synapse.group() == group) {
          sender = synapse.sender();
          for (int t = 0; t < sum.length; t++) {
            double drive = currents ? drive(probe.voltage()[t], synapse.reversal()) : 1;
            sum[t] += probe.conductance()[k][t] * drive;
          }
        }
      }
      curves.add(
          curve("from " + sender, CellInk.of(group, population.types().size(), sender), sum));
    }
    return new Lines(
        "",
        Axis.of(TIME, from, to),
        Axis.of(
            currents ? currentBased() ? "current (1/step)" : "current (pA)" : "conductance (nS)"),
        curves,
        List.of());
  }

  private Curve curve(String name, Ink ink, double[] values) {
    int first = (int) Math.round(from * 1000 / population.dt());
    double[] x = IntStream.range(first, values.length).mapToDouble(this::seconds).toArray();
    return new Curve(name, ink, x, Arrays.copyOfRange(values, first, values.length));
  }

  private double seconds(int step) {
    return step * population.dt() / 1000;
  }

  private int[] members(int type) {
    return IntStream.range(0, population.cellTypes().length)
        .filter(n -> population.cellTypes()[n] == type)
        .toArray();
  }

  private Ink ink(int type) {
    return CellInk.of(type, population.types().size(), population.types().get(type));
  }

  /** At most {@code shown} of the cells, evenly spread. */
  private static int[] spread(int[] cells, int shown) {
    int count = Math.min(shown, cells.length);
    return IntStream.range(0, count)
        .map(i -> cells[(int) ((long) i * cells.length / count)])
        .toArray();
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }
}
