package homeostat.kinds.brain;

import homeostat.connectome.CellTypes;
import homeostat.connectome.Provenance;
import homeostat.connectome.brain.Brain;
import java.util.Locale;

/** Where a brain comes from, in words. */
final class Texts {
  private Texts() {}

  static String brain(Brain brain, CellTypes groups) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d neurons, %d connections, %.0f synapses, %d groups%n",
            brain.neurons(),
            brain.rows().entries().length,
            brain.rows().synapses(),
            groups.names().size()));
    for (Provenance.Source source : brain.provenance().sources()) {
      text.append("from ").append(source.file()).append(" sha256 ").append(source.sha256());
      text.append('\n');
    }
    for (Provenance.Decision decision : brain.provenance().decisions()) {
      text.append(decision).append('\n');
    }
    return text.toString();
  }
}
