package homeostat.kinds.spiking.figures;

import homeostat.connectome.NetworkStructure;
import homeostat.kernel.Csr;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Edge;
import homeostat.lab.figure.Figure.Graph;
import homeostat.lab.figure.Figure.HeatMap;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Node;
import homeostat.lab.figure.Figure.Panel;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.statistics.SpikeStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Assemblies as a figure: the graph of their mutual excitation, mean weights from assembly to
 * assembly, and their smoothed rates over time.
 */
public final class AssemblyBoard {
  /** More assemblies than this are not named one by one. */
  private static final int MOST_NAMED = 20;

  private static final double WINDOW_MS = 200;

  /** Points of a rate over time that a page can show. */
  private static final int COLUMNS = 600;

  /** A graph of more assemblies than this is a ball of wool. */
  private static final int MOST_NODES = 24;

  private final Activity activity;
  private final NetworkStructure structure;
  private final ScalingFactors factors;
  private final int[] assembly;
  private final int assemblies;

  private AssemblyBoard(
      Activity activity, NetworkStructure structure, ScalingFactors factors, int[] assembly) {
    this.activity = activity;
    this.structure = structure;
    this.factors = factors;
    this.assembly = assembly;
    this.assemblies = IntStream.of(assembly).max().orElse(-1) + 1;
  }

  /** The figure; empty for a network of fewer than two assemblies. */
  public static Optional<Figure> of(
      Activity activity, NetworkStructure structure, ScalingFactors factors) {
    return structure
        .recurrent()
        .assemblies()
        .map(a -> new AssemblyBoard(activity, structure, factors, a.ids()))
        .filter(board -> board.assemblies > 1)
        .map(AssemblyBoard::draw);
  }

  private Figure draw() {
    double[][] strengths = strengths();
    List<Panel> left = new ArrayList<>();
    if (assemblies <= MOST_NODES) {
      left.add(new Panel(1, graph(strengths)));
    }
    return new Board(
        "",
        left.isEmpty()
            ? List.of(
                new Column(1, List.of(new Panel(1, matrix(strengths)))),
                new Column(1.6, List.of(new Panel(1, rates()))))
            : List.of(
                new Column(1, left),
                new Column(1.1, List.of(new Panel(1, matrix(strengths)))),
                new Column(1.6, List.of(new Panel(1, rates())))),
        left.isEmpty() ? 11 : 15,
        4.6);
  }

  /** [from][to] mean over pairs of excitatory cells, absent connections counted as 0. */
  private double[][] strengths() {
    int[] types = structure.recurrent().types().index();
    List<String> names = structure.recurrent().types().names();
    int excitatory =
        IntStream.range(0, names.size())
            .filter(c -> CellInk.of(c, names.size(), names.get(c)) == Ink.EXCITATORY)
            .findFirst()
            .orElse(0);
    int[] members = new int[assemblies];
    for (int n = 0; n < types.length; n++) {
      if (assembly[n] >= 0 && types[n] == excitatory) {
        members[assembly[n]]++;
      }
    }
    double[][] sums = new double[assemblies][assemblies];
    Csr weights = structure.recurrent().weights();
    for (int i = 0; i < weights.rows(); i++) {
      for (int e = weights.offsets()[i]; e < weights.offsets()[i + 1]; e++) {
        int j = weights.columns()[e];
        boolean counts = types[i] == excitatory && types[j] == excitatory;
        if (counts && assembly[i] >= 0 && assembly[j] >= 0) {
          sums[assembly[i]][assembly[j]] +=
              weights.values()[e] * factors.of(excitatory, excitatory);
        }
      }
    }
    for (int a = 0; a < assemblies; a++) {
      for (int b = 0; b < assemblies; b++) {
        double pairs = a == b ? members[a] * (members[a] - 1.0) : (double) members[a] * members[b];
        sums[a][b] /= Math.max(1, pairs);
      }
    }
    return sums;
  }

  /** Nodes on a circle; of the links between them the strongest two for each assembly. */
  private Graph graph(double[][] strengths) {
    double[] own = IntStream.range(0, assemblies).mapToDouble(a -> strengths[a][a]).toArray();
    double strongest = java.util.Arrays.stream(own).max().orElse(1);
    double[] between =
        IntStream.range(0, assemblies * assemblies)
            .filter(i -> i / assemblies != i % assemblies)
            .mapToDouble(i -> strengths[i / assemblies][i % assemblies])
            .sorted()
            .toArray();
    double least = between[Math.max(0, between.length - 2 * assemblies)];
    double most = between[between.length - 1];
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int a = 0; a < assemblies; a++) {
      double angle = Math.PI / 2 - 2 * Math.PI * a / assemblies;
      nodes.add(
          new Node(
              String.valueOf(a + 1),
              Ink.EXCITATORY,
              0.5 + 0.42 * Math.cos(angle),
              0.5 + 0.42 * Math.sin(angle),
              strongest > 0 ? own[a] / strongest : 1));
      for (int b = 0; b < assemblies; b++) {
        double strength = strengths[a][b];
        if (a != b && strength >= least && strength > 0) {
          double rank = most > least ? (strength - least) / (most - least) : 1;
          edges.add(new Edge(a, b, Ink.NEUTRAL, 0.15 + 0.6 * rank));
        }
      }
    }
    return new Graph("Strongest excitatory links", nodes, edges);
  }

  private HeatMap matrix(double[][] strengths) {
    return new HeatMap(
        "Mean weight, excitatory to excitatory",
        Axis.of("to assembly", 0.5, assemblies + 0.5),
        Axis.of("from assembly", 0.5, assemblies + 0.5),
        strengths,
        names(),
        names(),
        new Axis("mean weight", false, 0, Double.NaN),
        assemblies <= 6);
  }

  /** Numbers of the assemblies, as long as there is room for them. */
  private List<String> names() {
    return assemblies > MOST_NAMED
        ? List.of()
        : IntStream.rangeClosed(1, assemblies).mapToObj(Integer::toString).toList();
  }

  private HeatMap rates() {
    SpikeTrains spikes = activity.spikes();
    int[] groups = IntStream.of(assembly).map(a -> a < 0 ? assemblies : a).toArray();
    SpikeStatistics statistics =
        new SpikeStatistics(spikes, groups, assemblies + 1, activity.population().dt());
    int stride = Math.max(1, spikes.steps() / COLUMNS);
    double[][] values = new double[assemblies][spikes.steps() / stride];
    for (int a = 0; a < assemblies; a++) {
      double[] psth = whole(statistics.psth(a, WINDOW_MS));
      for (int x = 0; x < values[a].length; x++) {
        values[a][x] = psth[x * stride];
      }
    }
    return new HeatMap(
        "Rate of each assembly (200 ms)",
        Axis.of("time (s)", 0, activity.seconds()),
        Axis.of("assembly", 0.5, assemblies + 0.5),
        values,
        names(),
        List.of(),
        new Axis("rate (Hz)", false, 0, Double.NaN),
        false);
  }

  /** Without the ends, where the window is only half filled. */
  private double[] whole(double[] psth) {
    int half = (int) Math.ceil(WINDOW_MS / activity.population().dt() / 2);
    if (2 * half < psth.length) {
      java.util.Arrays.fill(psth, 0, half, Double.NaN);
      java.util.Arrays.fill(psth, psth.length - half, psth.length, Double.NaN);
    }
    return psth;
  }
}
