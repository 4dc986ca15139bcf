package homeostat.lab.figure.render;

import java.awt.Color;

/**
 * A tick of an axis.
 *
 * @param at its value
 * @param label what stands beside it; empty for a minor tick
 * @param colour of the label
 */
record Tick(double at, String label, Color colour) {
  Tick(double at, String label) {
    this(at, label, Palette.TEXT);
  }

  boolean minor() {
    return label.isEmpty();
  }
}
