package homeostat.disinhibition.weights;

import java.util.Locale;

/** Which signs the weights between layers may have. */
public enum Signs {
  /** Any, as published: a cell may excite some cells and inhibit others. */
  NONE,
  /**
   * Each sending cell has one sign for all its targets, drawn once: Dale's principle to the letter,
   * though an excitatory cell may turn out to inhibit.
   */
  COLUMN_SIGN,
  /** None below zero: all cells excite, and every output can only grow with every input. */
  NONNEG,
  /**
   * W = Wex - Wix Wei, all three at least zero: cells excite directly, and inhibit over linear
   * interneurons between the layers (Cornford et al. 2021). The one that can compute what free
   * weights can.
   */
  SPLIT;

  /** As published, with hyphens. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
