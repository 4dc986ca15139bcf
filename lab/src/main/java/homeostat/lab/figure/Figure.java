package homeostat.lab.figure;

import java.util.List;

/**
 * A figure as data, before pixels. {@link homeostat.lab.figure.render.FigureRenderer} draws it,
 * {@link FigureNumbers} names its numbers for the NPZ that lies beside it; reports draw the same
 * records.
 */
public sealed interface Figure {

  /** Heading above the axes; may be empty. */
  String title();

  /**
   * Curves over a common x axis, with reference lines.
   *
   * @param events ticks along the upper edge, for example the spikes of the neuron whose potential
   *     is drawn; rows are not told apart
   */
  record Lines(
      String title, Axis x, Axis y, List<Curve> curves, List<Mark> marks, List<Events> events)
      implements Figure {
    /** Curves without events. */
    public Lines(String title, Axis x, Axis y, List<Curve> curves, List<Mark> marks) {
      this(title, x, y, curves, marks, List.of());
    }
  }

  /**
   * Points over two axes, with reference lines.
   *
   * @param curves drawn over the points: a fit, or the line of unity
   */
  record Scatter(
      String title, Axis x, Axis y, List<Points> points, List<Mark> marks, List<Curve> curves)
      implements Figure {
    /** Points without curves. */
    public Scatter(String title, Axis x, Axis y, List<Points> points, List<Mark> marks) {
      this(title, x, y, points, marks, List.of());
    }
  }

  /** Events as ticks: one row a neuron, coloured by group. */
  record Raster(String title, Axis x, Axis y, List<Events> groups) implements Figure {}

  /**
   * Distributions as overlaid histograms on common bins, evenly spaced on the axis as it is drawn.
   *
   * @param bins how many; 0 chooses by the rule of Freedman and Diaconis
   */
  record Histogram(String title, Axis x, Axis y, int bins, List<Sample> samples, List<Mark> marks)
      implements Figure {}

  /** Box, median and violin of several samples side by side, with reference lines. */
  record Violins(String title, Axis y, List<Sample> samples, List<Mark> marks) implements Figure {
    /** Samples without reference lines. */
    public Violins(String title, Axis y, List<Sample> samples) {
      this(title, y, samples, List.of());
    }
  }

  /** Bars with optional whiskers, grouped. */
  record Bars(String title, Axis y, List<Bar> bars) implements Figure {}

  /**
   * A matrix as colours, row 0 on top. Values of both signs take a diverging colour map centred on
   * 0, others a sequential one. Where several cells share a pixel, their mean is shown.
   *
   * @param x its ends, where given, are the outer edges of the first and last column
   * @param y its ends, where given, are the outer edges of the first and last row
   * @param values [rows][cols]; NaN is left blank
   * @param rowLabels one a row, or empty; a label that repeats names its block of rows once
   * @param columnLabels one a column, or empty; a label that repeats names its block once
   * @param value the colour bar: its label, whether logarithmic, and the ends of the colours
   * @param printed whether each cell shows its number
   */
  record HeatMap(
      String title,
      Axis x,
      Axis y,
      double[][] values,
      List<String> rowLabels,
      List<String> columnLabels,
      Axis value,
      boolean printed)
      implements Figure {
    /** Colours over the whole range of the values. */
    public HeatMap(
        String title,
        Axis x,
        Axis y,
        double[][] values,
        List<String> rowLabels,
        List<String> columnLabels,
        String valueLabel,
        boolean printed) {
      this(title, x, y, values, rowLabels, columnLabels, Axis.of(valueLabel), printed);
    }
  }

  /** Nodes and directed, weighted edges. */
  record Graph(String title, List<Node> nodes, List<Edge> edges) implements Figure {}

  /**
   * Several figures on one page.
   *
   * @param columns panels of each column, top to bottom; panels of one column share the width, and
   *     those with the same x axis label are aligned
   * @param width of the page in inches
   * @param height of the page in inches
   */
  record Board(String title, List<Column> columns, double width, double height) implements Figure {}

  /**
   * A column of a board.
   *
   * @param weight its share of the width
   * @param panels top to bottom
   */
  record Column(double weight, List<Panel> panels) {}

  /**
   * A panel of a column.
   *
   * @param weight its share of the height
   */
  record Panel(double weight, Figure figure) {}

  /**
   * An axis.
   *
   * @param label with unit, for example {@code time (s)}
   * @param log whether logarithmic
   * @param from lower end; NaN for automatic
   * @param to upper end; NaN for automatic
   */
  record Axis(String label, boolean log, double from, double to) {
    /** A linear axis over the data. */
    public static Axis of(String label) {
      return new Axis(label, false, Double.NaN, Double.NaN);
    }

    /** A linear axis over a fixed range. */
    public static Axis of(String label, double from, double to) {
      return new Axis(label, false, from, to);
    }

    /** A logarithmic axis over the data. */
    public static Axis log(String label) {
      return new Axis(label, true, Double.NaN, Double.NaN);
    }
  }

  /**
   * A curve.
   *
   * @param x ascending for a function of x; other orders draw a path
   * @param y NaN breaks the curve
   * @param spread half-width of a band around y, or empty
   */
  record Curve(String name, Ink ink, double[] x, double[] y, double[] spread) {
    /** A curve without a band. */
    public Curve(String name, Ink ink, double[] x, double[] y) {
      this(name, ink, x, y, new double[0]);
    }
  }

  /** A cloud of points. */
  record Points(String name, Ink ink, double[] x, double[] y) {}

  /**
   * A group of rows of a raster.
   *
   * @param rows how many rows the group takes, spikes or not
   * @param row of each event, 0 .. rows-1 within the group
   * @param time of each event
   */
  record Events(String name, Ink ink, int rows, int[] row, double[] time) {}

  /** A sample of values; NaN are left out. */
  record Sample(String name, Ink ink, double[] values) {}

  /**
   * A bar.
   *
   * @param group bars of one group stand together
   * @param whisker half-length of an error bar; 0 for none
   */
  record Bar(String group, String name, Ink ink, double value, double whisker) {}

  /** A reference line at a value of one axis, with a short label. */
  record Mark(String label, Ink ink, boolean vertical, double value) {}

  /**
   * A node at a place in the unit square, (0, 0) at the lower left.
   *
   * @param size its area relative to the largest node's
   */
  record Node(String label, Ink ink, double x, double y, double size) {}

  /**
   * A directed edge between node numbers. An edge in {@link Ink#INHIBITORY} ends in a bar, others
   * in an arrow head.
   *
   * @param weight its width relative to the largest absolute weight
   */
  record Edge(int from, int to, Ink ink, double weight) {}

  /** Colours by meaning; the renderer chooses the shade. */
  enum Ink {
    EXCITATORY,
    INHIBITORY,
    INPUT,
    TARGET,
    NEUTRAL,
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    FIFTH,
    SIXTH,
    SEVENTH,
    EIGHTH;

    /** A colour of the cycle for series without a meaning of their own. */
    public static Ink cycle(int i) {
      return values()[FIRST.ordinal() + Math.floorMod(i, 8)];
    }
  }
}
