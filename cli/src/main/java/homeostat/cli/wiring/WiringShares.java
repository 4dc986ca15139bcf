package homeostat.cli.wiring;

import homeostat.connectome.measure.Measures;
import homeostat.lab.figure.Figure;
import java.util.List;

/** What of a connectome is a share of something, as bars from 0 to 1. */
final class WiringShares {
  private WiringShares() {}

  static Figure of(Measures m) {
    double nodes = m.nodes();
    double connections = m.connections();
    double negative = m.types().stream().mapToLong(Measures.TypeCount::inhibitory).sum();
    double positive = m.types().stream().mapToLong(Measures.TypeCount::excitatory).sum();
    return new Figure.Bars(
        "Shares",
        Figure.Axis.of("share", 0, 1),
        List.of(
            bar("density", m.density(), Figure.Ink.NEUTRAL),
            bar("mutual", m.reciprocity(), Figure.Ink.NEUTRAL),
            bar("weak", m.weak().largest() / nodes, Figure.Ink.FIRST),
            bar("strong", m.strong().largest() / nodes, Figure.Ink.FIRST),
            bar("loops", m.selfLoops() / nodes, Figure.Ink.FIRST),
            bar("exc", positive / connections, Figure.Ink.EXCITATORY),
            bar("inh", negative / connections, Figure.Ink.INHIBITORY)));
  }

  private static Figure.Bar bar(String name, double value, Figure.Ink ink) {
    return new Figure.Bar(name, name, ink, Double.isNaN(value) ? 0 : value, 0);
  }
}
