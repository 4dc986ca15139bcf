package homeostat.lab.figure.render;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Edge;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Node;
import java.awt.Color;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.util.List;

/** Nodes as discs, directed edges as curves whose width is their weight. */
record GraphPlot(String title, List<Node> nodes, List<Edge> edges) implements Plot {

  static Plot of(Figure.Graph graph) {
    List<Node> placed =
        graph.nodes().stream()
            .filter(n -> Double.isFinite(n.x()) && Double.isFinite(n.y()))
            .toList();
    List<Edge> drawn =
        placed.size() < graph.nodes().size()
            ? List.of()
            : graph.edges().stream()
                .filter(e -> inside(e.from(), placed) && inside(e.to(), placed))
                .filter(e -> Double.isFinite(e.weight()))
                .toList();
    return new GraphPlot(graph.title(), placed, drawn);
  }

  private static boolean inside(int node, List<Node> nodes) {
    return node >= 0 && node < nodes.size();
  }

  @Override
  public Room room(Pen pen, Box outer, boolean bare) {
    double side = pen.pt(8);
    return new Room(
        pen.pt(Pen.LETTER + 6), pen.pt(title.isEmpty() ? 6 : Pen.TITLE + 9), side, side);
  }

  @Override
  public void draw(Pen pen, Box outer, Room room, boolean bare) {
    Box in = outer.inside(room);
    pen.text(
        pen.fitted(title, Pen.TITLE, true, in.width()),
        Pen.TITLE,
        true,
        Palette.TEXT,
        in.left(),
        in.top() - pen.pt(6),
        0,
        1);
    if (nodes.isEmpty()) {
      pen.text("no data", Pen.LABEL, false, Palette.FAINT, in.centreX(), in.centreY(), 0.5, 0.5);
      return;
    }
    double heaviest = edges.stream().mapToDouble(e -> Math.abs(e.weight())).max().orElse(0);
    for (Edge edge : edges) {
      double share = heaviest > 0 ? Math.abs(edge.weight()) / heaviest : 1;
      edge(pen, in, edge, share);
    }
    for (Node node : nodes) {
      double r = radius(pen, in, node);
      Ellipse2D disc = new Ellipse2D.Double(x(in, node) - r, y(in, node) - r, 2 * r, 2 * r);
      pen.fill(Palette.of(node.ink()), disc);
      pen.stroke(Palette.PAPER, 1.2, disc);
      name(pen, node, in, r);
    }
  }

  private static void name(Pen pen, Node node, Box in, double r) {
    boolean within = pen.textWidth(node.label(), Pen.SMALL, false) < 1.8 * r;
    double y = within ? y(in, node) : y(in, node) + r + pen.pt(2.5);
    Color colour = within ? Palette.PAPER : Palette.TEXT;
    pen.text(node.label(), Pen.SMALL, false, colour, x(in, node), y, 0.5, within ? 0.5 : 0);
  }

  private static double side(Box in) {
    return Math.min(in.width(), in.height());
  }

  private static double x(Box in, Node node) {
    return in.centreX()
        + (Math.clamp(node.x(), 0.0, 1.0) - 0.5) * 0.8 * Math.min(in.width(), 1.5 * side(in));
  }

  private static double y(Box in, Node node) {
    return in.centreY() - (Math.clamp(node.y(), 0.0, 1.0) - 0.5) * 0.78 * in.height();
  }

  /** The largest disc takes 7 % of the shorter side, less if there are many. */
  private double radius(Pen pen, Box in, Node node) {
    double largest = nodes.stream().mapToDouble(Node::size).max().orElse(1);
    double share = largest > 0 ? Math.max(0, node.size()) / largest : 1;
    double most = side(in) * Math.min(0.07, 0.35 / Math.sqrt(nodes.size()));
    return Math.max(pen.pt(2), most * Math.sqrt(share));
  }

  private void edge(Pen pen, Box in, Edge edge, double share) {
    Node from = nodes.get(edge.from());
    Node to = nodes.get(edge.to());
    double width = 0.5 + 3.2 * share;
    Color colour = Palette.pale(Palette.of(edge.ink()), 0.45 + 0.45 * share);
    double gap = radius(pen, in, to) + pen.pt(2);
    double head = pen.pt(3 + 1.6 * width);
    if (edge.from() == edge.to()) {
      loop(pen, in, from, colour, width, head, edge.ink() == Ink.INHIBITORY);
      return;
    }
    double x0 = x(in, from);
    double y0 = y(in, from);
    double x1 = x(in, to);
    double y1 = y(in, to);
    double length = Math.hypot(x1 - x0, y1 - y0);
    if (length < 1) {
      return;
    }
    double bend = 0.16;
    double cx = (x0 + x1) / 2 - bend * (y1 - y0);
    double cy = (y0 + y1) / 2 + bend * (x1 - x0);
    double reach = Math.max(1e-9, Math.hypot(x1 - cx, y1 - cy));
    double ux = (x1 - cx) / reach;
    double uy = (y1 - cy) / reach;
    double tipX = x1 - gap * ux;
    double tipY = y1 - gap * uy;
    boolean stops = edge.ink() == Ink.INHIBITORY;
    double back = stops ? 0 : head * 0.8;
    pen.stroke(
        colour, width, new QuadCurve2D.Double(x0, y0, cx, cy, tipX - back * ux, tipY - back * uy));
    tip(pen, colour, tipX, tipY, ux, uy, head, stops);
  }

  private void loop(
      Pen pen, Box in, Node node, Color colour, double width, double head, boolean stops) {
    double r = radius(pen, in, node);
    double x = x(in, node);
    double y = y(in, node);
    double reach = r + pen.pt(16);
    double tipX = x + 0.6 * r;
    double tipY = y - 0.8 * r - pen.pt(2);
    pen.stroke(
        colour,
        width,
        new CubicCurve2D.Double(
            x - 0.6 * r,
            y - 0.8 * r,
            x - reach,
            y - 2.2 * reach,
            x + reach,
            y - 2.2 * reach,
            tipX,
            tipY - (stops ? 0 : head * 0.7)));
    tip(pen, colour, tipX, tipY, -0.25, 0.97, head, stops);
  }

  /** An arrow head, or a bar, at a place in a direction. */
  private static void tip(
      Pen pen, Color colour, double x, double y, double ux, double uy, double head, boolean stops) {
    if (stops) {
      double half = head * 0.6;
      pen.stroke(
          colour,
          1.6,
          new Line2D.Double(x - half * uy, y + half * ux, x + half * uy, y - half * ux));
      return;
    }
    double half = head * 0.42;
    Path2D.Double path = new Path2D.Double();
    path.moveTo(x, y);
    path.lineTo(x - head * ux - half * uy, y - head * uy + half * ux);
    path.lineTo(x - head * ux + half * uy, y - head * uy - half * ux);
    path.closePath();
    pen.fill(colour, path);
  }
}
