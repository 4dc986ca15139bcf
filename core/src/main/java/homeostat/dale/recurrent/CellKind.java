package homeostat.dale.recurrent;

import java.util.Locale;

/** What a recurrent cell is made of. */
public enum CellKind {
  /** h(t) = f(U x(t) + W h(t - 1) + b), without constraints. */
  PLAIN,
  /** The same with U = Uex - Uei Uix and W = Wex - Wei Wix, all six at least 0. */
  DANN,
  /** The same weights, whose inhibition divides as well, with gains: {@link ShuntingCell}. */
  SHUNT;

  /** Whether excitation and inhibition are separate. */
  public boolean split() {
    return this != PLAIN;
  }

  /** As in configs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
