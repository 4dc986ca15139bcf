package homeostat.kinds.spiking.figures;

import homeostat.connectome.CellTypes;
import homeostat.connectome.NetworkStructure;
import homeostat.kernel.Csr;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Bar;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.HeatMap;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Panel;
import homeostat.lab.figure.Figure.Sample;
import homeostat.lab.figure.Figure.Violins;
import homeostat.spiking.ScalingFactors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The wiring as a figure: who is connected to whom, how many inputs a cell has, how strong they
 * are. Scaling factors are applied, so it shows what the network works with.
 */
public final class ConnectivityBoard {
  /** Cells shown at the most along one axis of a heat map. */
  private static final int SHOWN = 400;

  private final NetworkStructure structure;
  private final ScalingFactors factors;

  public ConnectivityBoard(NetworkStructure structure, ScalingFactors factors) {
    this.structure = structure;
    this.factors = factors;
  }

  /** The figure. */
  public Figure draw() {
    CellTypes types = structure.recurrent().types();
    CellTypes inputs = structure.inputTypes();
    int[] neurons = byAssembly(thin(types.nodes()), types);
    List<Panel> left =
        List.of(
            new Panel(
                2,
                matrix(
                    "Recurrent weights",
                    structure.recurrent().weights(),
                    neurons,
                    neurons,
                    "sender",
                    true)),
            new Panel(
                1.2,
                matrix(
                    "Input weights",
                    structure.feedforward(),
                    thin(inputs.nodes()),
                    neurons,
                    "input",
                    false)));
    List<Panel> middle =
        List.of(
            new Panel(1, blocks("Mean strength of a connection", true)),
            new Panel(1, blocks("Spread of the strengths", false)));
    List<Panel> right = List.of(new Panel(1, inDegrees()), new Panel(1, strengths()));
    return new Board(
        "", List.of(new Column(1.5, left), new Column(1, middle), new Column(1.1, right)), 14, 8);
  }

  private Figure matrix(
      String title, Csr weights, int[] senders, int[] receivers, String rows, boolean recurrent) {
    int[] columnOf = new int[weights.cols()];
    Arrays.fill(columnOf, -1);
    for (int j = 0; j < receivers.length; j++) {
      columnOf[receivers[j]] = j;
    }
    double[][] values = new double[senders.length][receivers.length];
    for (int i = 0; i < senders.length; i++) {
      for (int e = weights.offsets()[senders[i]]; e < weights.offsets()[senders[i] + 1]; e++) {
        if (columnOf[weights.columns()[e]] >= 0) {
          values[i][columnOf[weights.columns()[e]]] =
              strength(senders[i], weights.columns()[e], weights.values()[e], recurrent);
        }
      }
    }
    return new HeatMap(
        title,
        Axis.of("receiver" + share(receivers.length, weights.cols())),
        Axis.of(rows + share(senders.length, weights.rows())),
        values,
        List.of(),
        List.of(),
        new Axis("weight", false, 0, upper(values)),
        false);
  }

  private static String share(int shown, int all) {
    return shown == all ? "" : " (" + shown + " of " + all + ")";
  }

  /**
   * The 99th percentile of the positive entries, so that a few strong synapses do not hide the
   * rest.
   */
  private static double upper(double[][] values) {
    double[] positive =
        Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(w -> w > 0).sorted().toArray();
    return positive.length == 0 ? 1 : positive[(int) (0.99 * (positive.length - 1))];
  }

  private double strength(int sender, int receiver, float weight, boolean recurrent) {
    int[] types = structure.recurrent().types().index();
    int senderType =
        recurrent ? types[sender] : types().size() + structure.inputTypes().index()[sender];
    return weight * factors.of(senderType, types[receiver]);
  }

  private List<String> types() {
    return structure.recurrent().types().names();
  }

  private Figure blocks(String title, boolean mean) {
    int senders = types().size() + structure.inputTypes().names().size();
    List<double[]> moments = new ArrayList<>();
    for (int s = 0; s < senders * types().size(); s++) {
      moments.add(new double[3]);
    }
    for (boolean recurrent : new boolean[] {true, false}) {
      visit(
          recurrent,
          (senderType, receiver, strength) -> {
            int c = structure.recurrent().types().index()[receiver];
            double[] m = moments.get(senderType * types().size() + c);
            m[0]++;
            m[1] += strength;
            m[2] += strength * strength;
          });
    }
    double[][] values = new double[senders][types().size()];
    for (int s = 0; s < senders; s++) {
      for (int c = 0; c < types().size(); c++) {
        double[] m = moments.get(s * types().size() + c);
        double average = m[1] / m[0];
        values[s][c] = mean ? average : Math.sqrt(Math.max(0, m[2] / m[0] - average * average));
      }
    }
    return new HeatMap(
        title,
        Axis.of("to"),
        Axis.of("from"),
        values,
        senderNames(),
        types(),
        mean ? "mean weight" : "sd of weight",
        true);
  }

  private List<String> senderNames() {
    List<String> names = new ArrayList<>(types());
    names.addAll(structure.inputTypes().names());
    return names;
  }

  private Figure inDegrees() {
    int senders = senderNames().size();
    int[] cells = structure.recurrent().types().counts();
    double[][] count = new double[types().size()][senders];
    for (boolean recurrent : new boolean[] {true, false}) {
      visit(
          recurrent,
          (senderType, receiver, strength) ->
              count[structure.recurrent().types().index()[receiver]][senderType]++);
    }
    List<Bar> bars = new ArrayList<>();
    for (int c = 0; c < types().size(); c++) {
      for (int s = 0; s < senders; s++) {
        bars.add(
            new Bar(
                "to " + types().get(c),
                senderNames().get(s),
                ink(s),
                count[c][s] / Math.max(1, cells[c]),
                0));
      }
    }
    return new Figure.Bars("Connections that a cell receives", Axis.of("connections"), bars);
  }

  private Figure strengths() {
    int senders = senderNames().size();
    double[][] sums = new double[senders][structure.neurons()];
    for (boolean recurrent : new boolean[] {true, false}) {
      visit(recurrent, (senderType, receiver, strength) -> sums[senderType][receiver] += strength);
    }
    int[] index = structure.recurrent().types().index();
    List<Sample> samples = new ArrayList<>();
    for (int c = 0; c < types().size(); c++) {
      for (int s = 0; s < senders; s++) {
        int type = c;
        int sender = s;
        double[] totals =
            java.util.stream.IntStream.range(0, index.length)
                .filter(n -> index[n] == type)
                .mapToDouble(n -> sums[sender][n])
                .toArray();
        samples.add(
            new Sample(
                shortName(senderNames().get(s)) + "\u2192" + shortName(types().get(c)),
                ink(s),
                totals));
      }
    }
    return new Violins("Total strength that a cell receives", Axis.of("summed weight"), samples);
  }

  private static String shortName(String name) {
    return name.length() <= 3 ? name : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
  }

  private Ink ink(int sender) {
    return CellInk.of(sender, types().size(), senderNames().get(sender));
  }

  private interface Visitor {
    void synapse(int senderType, int receiver, double strength);
  }

  private void visit(boolean recurrent, Visitor visitor) {
    Csr weights = recurrent ? structure.recurrent().weights() : structure.feedforward();
    int[] senderTypes =
        recurrent ? structure.recurrent().types().index() : structure.inputTypes().index();
    int shift = recurrent ? 0 : types().size();
    for (int i = 0; i < weights.rows(); i++) {
      for (int e = weights.offsets()[i]; e < weights.offsets()[i + 1]; e++) {
        visitor.synapse(
            shift + senderTypes[i],
            weights.columns()[e],
            strength(i, weights.columns()[e], weights.values()[e], recurrent));
      }
    }
  }

  /** Every k-th of n cells, at most {@link #SHOWN}. */
  private static int[] thin(int n) {
    int every = (n + SHOWN - 1) / SHOWN;
    return java.util.stream.IntStream.range(0, (n + every - 1) / every)
        .map(i -> i * every)
        .toArray();
  }

  /** Cells in order of their assembly, within it of their type. */
  private int[] byAssembly(int[] cells, CellTypes types) {
    int[] assembly =
        structure.recurrent().assemblies().map(a -> a.ids()).orElse(new int[types.nodes()]);
    return Arrays.stream(cells)
        .boxed()
        .sorted(
            java.util.Comparator.<Integer>comparingInt(n -> assembly[n])
                .thenComparingInt(n -> types.index()[n])
                .thenComparingInt(n -> n))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
