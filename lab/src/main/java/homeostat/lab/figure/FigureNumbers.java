package homeostat.lab.figure;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.lab.figure.Figure.Bar;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Edge;
import homeostat.lab.figure.Figure.Events;
import homeostat.lab.figure.Figure.Mark;
import homeostat.lab.figure.Figure.Node;
import homeostat.lab.figure.Figure.Points;
import homeostat.lab.figure.Figure.Sample;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every number of a figure under a readable name, for the NPZ beside the PNG.
 *
 * <p>Curves, points, events and samples are folders named after the series: {@code excitatory/x},
 * {@code excitatory/y}, {@code excitatory/spread}, {@code excitatory/row}, {@code excitatory/time},
 * {@code excitatory/values}, {@code excitatory/count}. Reference lines are {@code marks/<label>}. A
 * heat map is {@code values} [row][column], a graph {@code nodes/...} and {@code edges/...}. Panels
 * of a board are prefixed {@code panel_<column>_<row>/}, counted from 0. What is not a letter,
 * digit or one of {@code _ . + - /} becomes {@code _}; a name that is taken gets {@code _2}.
 */
public final class FigureNumbers {
  private final Arrays.Builder numbers = Arrays.builder();
  private final Set<String> taken = new HashSet<>(List.of("marks", "bin_edges"));

  private FigureNumbers() {}

  /** The numbers of a figure. Arrays are those of the figure, not copies. */
  public static Arrays of(Figure figure) {
    FigureNumbers collected = new FigureNumbers();
    collected.add(figure);
    return collected.numbers.build();
  }

  private void add(Figure figure) {
    switch (figure) {
      case Figure.Lines lines -> {
        lines.curves().forEach(this::curve);
        lines.events().forEach(this::events);
        marks(lines.marks());
      }
      case Figure.Scatter scatter -> {
        for (Points points : scatter.points()) {
          String name = claim(points.name(), "points");
          numbers.put(name + "/x", points.x()).put(name + "/y", points.y());
        }
        scatter.curves().forEach(this::curve);
        marks(scatter.marks());
      }
      case Figure.Raster raster -> raster.groups().forEach(this::events);
      case Figure.Histogram histogram -> histogram(histogram);
      case Figure.Violins violins -> {
        for (Sample sample : violins.samples()) {
          numbers.put(claim(sample.name(), "sample") + "/values", sample.values());
        }
        marks(violins.marks());
      }
      case Figure.Bars bars -> {
        for (Bar bar : bars.bars()) {
          String name = claim(bar.group() + "/" + bar.name(), "bar");
          scalar(name + "/value", bar.value());
          scalar(name + "/whisker", bar.whisker());
        }
      }
      case Figure.HeatMap map -> matrix(map);
      case Figure.Graph graph -> graph(graph);
      case Figure.Board board -> {
        for (int c = 0; c < board.columns().size(); c++) {
          for (int p = 0; p < board.columns().get(c).panels().size(); p++) {
            Figure panel = board.columns().get(c).panels().get(p).figure();
            numbers.putAll("panel_" + c + "_" + p + "/", of(panel));
          }
        }
      }
    }
  }

  private void curve(Curve curve) {
    String name = claim(curve.name(), "curve");
    numbers.put(name + "/x", curve.x()).put(name + "/y", curve.y());
    if (curve.spread().length > 0) {
      numbers.put(name + "/spread", curve.spread());
    }
  }

  private void events(Events events) {
    String name = claim(events.name(), "events");
    numbers.put(name + "/row", events.row()).put(name + "/time", events.time());
    numbers.put(name + "/rows", new NdArray.I4(new int[] {events.rows()}));
  }

  private void marks(List<Mark> marks) {
    Set<String> labels = new HashSet<>();
    for (Mark mark : marks) {
      scalar("marks/" + free(readable(mark.label(), "mark"), labels), mark.value());
    }
  }

  private void histogram(Figure.Histogram histogram) {
    Bins bins = Bins.of(histogram);
    numbers.put("bin_edges", bins.edges());
    for (int s = 0; s < histogram.samples().size(); s++) {
      Sample sample = histogram.samples().get(s);
      String name = claim(sample.name(), "sample");
      numbers.put(name + "/count", bins.counts()[s]).put(name + "/values", sample.values());
    }
    marks(histogram.marks());
  }

  private void matrix(Figure.HeatMap map) {
    int columns = 0;
    for (double[] row : map.values()) {
      columns = Math.max(columns, row.length);
    }
    double[] flat = new double[map.values().length * columns];
    java.util.Arrays.fill(flat, Double.NaN);
    for (int row = 0; row < map.values().length; row++) {
      System.arraycopy(map.values()[row], 0, flat, row * columns, map.values()[row].length);
    }
    numbers.put("values", flat, map.values().length, columns);
  }

  private void graph(Figure.Graph graph) {
    List<Node> nodes = graph.nodes();
    List<Edge> edges = graph.edges();
    numbers
        .put("nodes/x", nodes.stream().mapToDouble(Node::x).toArray())
        .put("nodes/y", nodes.stream().mapToDouble(Node::y).toArray())
        .put("nodes/size", nodes.stream().mapToDouble(Node::size).toArray())
        .put("edges/from", edges.stream().mapToInt(Edge::from).toArray())
        .put("edges/to", edges.stream().mapToInt(Edge::to).toArray())
        .put("edges/weight", edges.stream().mapToDouble(Edge::weight).toArray());
  }

  private void scalar(String name, double value) {
    numbers.put(name, new NdArray.F8(new double[] {value}));
  }

  private String claim(String name, String otherwise) {
    return free(readable(name, otherwise), taken);
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  /** A name that is safe as a path within an archive. */
  private static String readable(String name, String otherwise) {
    StringBuilder clean = new StringBuilder();
    for (String part : name.split("/")) {
      String kept = part.strip().replaceAll("[^\\p{L}\\p{N}_.+-]+", "_").replaceAll("(?<=.)_$", "");
      if (!kept.isEmpty() && !kept.matches("\\.+")) {
        clean.append(clean.isEmpty() ? "" : "/").append(kept);
      }
    }
    return clean.isEmpty() ? otherwise : clean.toString();
  }
}
