package homeostat.lab.figure.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.figure.Figure;
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
import homeostat.lab.figure.FigureNumbers;
import homeostat.lab.figure.Samples;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the numbers are, a figure is drawn: on linear and logarithmic axes. */
class BadDataTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  private static final List<double[]> VALUES =
      List.of(
          new double[0],
          new double[] {NAN},
          new double[] {NAN, INF, -INF},
          new double[] {0},
          new double[] {3},
          new double[] {-2, NAN, INF, 5},
          new double[] {7, 7, 7, 7},
          new double[] {1e-300, 1e300},
          new double[] {-Double.MAX_VALUE, Double.MAX_VALUE},
          new double[] {1, Math.nextUp(1.0)},
          new double[] {1e15, 1e15 + 1},
          new double[] {-1e-9, -2e-9, Double.MIN_VALUE});

  @Test
  void everyKindIsDrawnFromAnyNumbers() {
    for (double[] values : VALUES) {
      for (boolean log : new boolean[] {false, true}) {
        Axis axis = new Axis("value", log, NAN, NAN);
        for (Figure figure : figures(values, axis)) {
          BufferedImage image = FigureRenderer.image(figure);
          assertEquals(1280, image.getWidth());
          assertFalse(FigureNumbers.of(figure).names().contains(""));
        }
      }
    }
  }

  @Test
  void contradictoryAxesAreDrawn() {
    double[] x = {1, 2};
    for (Axis axis :
        List.of(
            Axis.of("", 5, 1),
            Axis.of("", 3, 3),
            Axis.of("", INF, -INF),
            new Axis("", true, -1, 0),
            new Axis("", true, 0, 10),
            new Axis("", true, 1e-9, 1e-10))) {
      FigureRenderer.image(
          new Lines("", axis, axis, List.of(new Curve("", Ink.FIRST, x, x)), List.of()));
      FigureRenderer.image(
          new Histogram("", axis, axis, 3, List.of(new Sample("", Ink.FIRST, x)), List.of()));
    }
  }

  @Test
  void emptyPanelsSaySo() {
    Lines none = new Lines("", Axis.of("x"), Axis.of("y"), List.of(), List.of());
    Raster silent =
        new Raster(
            "",
            Axis.of("time (s)", 0, 1),
            Axis.of("neuron"),
            List.of(new Events("excitatory", Ink.EXCITATORY, 4, new int[0], new double[0])));
    assertEquals("no data", ((Chart) FigureRenderer.plot(none)).nothing());
    assertEquals("no spikes", ((Chart) FigureRenderer.plot(silent)).nothing());
    assertTrue(Pixels.count(FigureRenderer.image(silent), Palette.FAINT.getRGB()) > 50);
  }

  @Test
  void boardsOfNothingAreDrawn() {
    FigureRenderer.image(new Board("", List.of(), 2, 2));
    FigureRenderer.image(new Board("", List.of(new Column(NAN, List.of())), NAN, -1));
    Board inner = new Board("inner", List.of(new Column(1, panels(3))), 3, 3);
    FigureRenderer.image(
        new Board("t", List.of(new Column(0, List.of(new Panel(-1, inner)))), 0.2, 1000));
  }

  @Test
  void tooManyPanelsForThePageAreDrawn() {
    FigureRenderer.image(new Board("", List.of(new Column(1, panels(60))), 3, 3));
  }

  @Test
  void edgesToNowhereAreLeftOut() {
    Graph graph =
        new Graph(
            "",
            List.of(new Node("a", Ink.FIRST, 0, 0, 1), new Node("b", Ink.FIRST, 0, 0, NAN)),
            List.of(
                new Edge(0, 5, Ink.FIRST, 1),
                new Edge(-1, 0, Ink.FIRST, 1),
                new Edge(0, 1, Ink.FIRST, NAN),
                new Edge(0, 1, Ink.FIRST, 1)));
    FigureRenderer.image(graph);
  }

  private static List<Panel> panels(int n) {
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      panels.add(new Panel(1, Samples.rates()));
    }
    return panels;
  }

  private static List<Figure> figures(double[] v, Axis axis) {
    Mark across = new Mark("m", Ink.TARGET, false, v.length == 0 ? NAN : v[0]);
    Mark up = new Mark("m", Ink.NEUTRAL, true, v.length == 0 ? INF : v[0]);
    Events events = new Events("e", Ink.INPUT, 2, new int[v.length], v);
    List<Bar> bars = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < v.length; i++) {
      bars.add(new Bar("g" + i % 2, "b" + i, Ink.cycle(i), v[i], Math.abs(v[i]) / 2));
      nodes.add(new Node("n", Ink.cycle(i), v[i], v[i], v[i]));
      edges.add(new Edge(i, 0, Ink.INHIBITORY, v[i]));
    }
    Sample a = new Sample("a", Ink.FIRST, v);
    Sample b = new Sample("b", Ink.SECOND, new double[] {1, 2, 3, 4});
    double[][] matrix = {v, new double[0], v};
    return List.of(
        new Lines(
            "t",
            axis,
            axis,
            List.of(new Curve("a", Ink.FIRST, v, v, v), new Curve("b", Ink.TARGET, v, v)),
            List.of(across, up),
            List.of(events)),
        new Scatter("", axis, axis, List.of(new Points("", Ink.FIRST, v, v)), List.of(up)),
        new Raster("", axis, Axis.of("neuron"), List.of(events, events)),
        new Histogram("", axis, axis, 0, List.of(a), List.of(up, across)),
        new Histogram("", axis, axis, 5, List.of(a, b), List.of()),
        new Violins("", axis, List.of(a, b, a)),
        new Bars("", axis, bars),
        new HeatMap("", axis, axis, matrix, List.of("x", "y", "z"), List.of(), axis, true),
        new HeatMap("", axis, axis, matrix, List.of(), List.of("c", "c"), "v", false),
        new Graph("", nodes, edges));
  }
}
