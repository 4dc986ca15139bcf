package homeostat.kernel.membrane;

import homeostat.kernel.Lanes;

/**
 * How two neighbouring steps share a panel: the 16 entries of a vector for the later step are
 * followed by those for the earlier one, {@code [vector][step][lane]}. A row of weights then meets
 * both steps at one address.
 */
public final class Pairs {
  private Pairs() {}

  /** Where entry {@code at} of a panel lies, of the later step; the earlier one is 16 further. */
  public static int index(int at) {
    return ((at & -Lanes.FLOATS) << 1) + (at & (Lanes.FLOATS - 1));
  }
}
