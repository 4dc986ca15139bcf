package homeostat.cli.wiring;

import homeostat.connectome.Connectome;
import homeostat.connectome.Provenance;
import homeostat.connectome.measure.Components;
import homeostat.connectome.measure.Measures;
import homeostat.connectome.measure.Summary;
import homeostat.connectome.measure.TypeLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a connectome looks like, as lines for a terminal. */
final class MeasuresText {
  /** Cell types that are counted. */
  private static final int MOST_TYPES = 40;

  /** Cell types that fit side by side in a terminal. */
  private static final int MOST_COLUMNS = 8;

  private MeasuresText() {}

  /**
   * The lines.
   *
   * @param links between the cell types
   * @param table where the table of all cell types is, or how to get it
   */
  static List<String> of(Connectome connectome, Measures m, TypeLinks links, String table) {
    List<String> lines = new ArrayList<>();
    lines.add(fact("nodes", Integer.toString(m.nodes())));
    lines.add(fact("connections", m.connections() + ", of them to themselves " + m.selfLoops()));
    lines.add(fact("density", number(m.density())));
    lines.add(fact("reciprocity", number(m.reciprocity())));
    lines.add(
        fact("components", components(m.weak()) + " weak; " + components(m.strong()) + " strong"));
    lines.add(fact("signs", signs(m)));
    lines.add(
        fact(
            "spectral radius",
            number(m.spectralRadius().value())
                + (m.spectralRadius().converged() ? "" : ", not converged")));
    lines.add("");
    lines.add(
        String.format(
            "%-16s %10s %10s %10s %10s %10s %10s",
            "", "min", "median", "mean", "95 %", "99 %", "max"));
    lines.add(row("out-degree", m.outDegree()));
    lines.add(row("in-degree", m.inDegree()));
    lines.add(row("out-strength", m.outStrength()));
    lines.add(row("in-strength", m.inStrength()));
    lines.add(row("weights", m.weights()));
    lines.add("");
    lines.add(
        String.format(
            "%-16s %10s %10s %10s %10s", "cell type", "nodes", "positive", "negative", "zero"));
    typeCounts(links, m, table, lines);
    lines.add("");
    densities(connectome.types().names(), links, table, lines);
    List<Provenance.Decision> decisions = connectome.provenance().decisions();
    if (!decisions.isEmpty()) {
      lines.add("");
      decisions.forEach(decision -> lines.add(decision.toString()));
    }
    return lines;
  }

  /** Whether there are more cell types than the lines have room for. */
  static boolean isShortened(TypeLinks links) {
    return links.present() > MOST_COLUMNS;
  }

  private static void typeCounts(TypeLinks links, Measures m, String table, List<String> lines) {
    for (int t : links.largest(MOST_TYPES)) {
      Measures.TypeCount type = m.types().get(t);
      lines.add(
          String.format(
              "%-16s %10d %10d %10d %10d",
              type.name(), type.nodes(), type.excitatory(), type.inhibitory(), type.silent()));
    }
    if (links.present() > MOST_TYPES) {
      lines.add("... and " + (links.present() - MOST_TYPES) + " smaller types" + table);
    }
  }

  private static void densities(
      List<String> names, TypeLinks links, String table, List<String> lines) {
    int[] shown = links.largest(MOST_COLUMNS);
    lines.add(
        "density from cell type (row) to cell type (column)"
            + (shown.length < links.present()
                ? ", the " + shown.length + " largest of " + links.present() + " types" + table
                : ""));
    StringBuilder head = new StringBuilder(String.format("%-16s", ""));
    for (int q : shown) {
      head.append(String.format(" %10.10s", names.get(q)));
    }
    lines.add(head.toString());
    for (int p : shown) {
      long[] from = links.from(p);
      StringBuilder row = new StringBuilder(String.format("%-16s", names.get(p)));
      for (int q : shown) {
        row.append(String.format(" %10s", number(links.density(p, q, from[q]))));
      }
      lines.add(row.toString());
    }
  }

  private static String components(Components components) {
    return components.count() + " (largest " + components.largest() + ")";
  }

  private static String signs(Measures m) {
    double all = Math.max(1, m.connections());
    long positive = m.types().stream().mapToLong(Measures.TypeCount::excitatory).sum();
    long negative = m.types().stream().mapToLong(Measures.TypeCount::inhibitory).sum();
    return String.format(
        Locale.ROOT,
        "%d positive (%.1f %%), %d negative (%.1f %%)",
        positive,
        100 * positive / all,
        negative,
        100 * negative / all);
  }

  private static String fact(String name, String value) {
    return String.format("%-16s %s", name, value);
  }

  private static String row(String name, Summary s) {
    return String.format(
        "%-16s %10s %10s %10s %10s %10s %10s",
        name,
        number(s.min()),
        number(s.median()),
        number(s.mean()),
        number(s.q95()),
        number(s.q99()),
        number(s.max()));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4g", value);
  }
}
