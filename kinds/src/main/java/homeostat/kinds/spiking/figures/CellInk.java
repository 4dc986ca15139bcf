package homeostat.kinds.spiking.figures;

import homeostat.lab.figure.Figure.Ink;
import java.util.Locale;

/**
 * The colour of a cell type: excitatory red, inhibitory blue, inputs in their own, others from the
 * cycle.
 */
final class CellInk {
  private CellInk() {}

  /**
   * @param group number of the sending group, cell types first
   * @param types how many cell types there are; groups from there on are inputs
   * @param name the type's name
   */
  static Ink of(int group, int types, String name) {
    if (group >= types) {
      return Ink.INPUT;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("exc")) {
      return Ink.EXCITATORY;
    }
    return lower.startsWith("inh") ? Ink.INHIBITORY : Ink.cycle(group);
  }
}
