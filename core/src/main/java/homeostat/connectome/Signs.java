package homeostat.connectome;

import java.util.Arrays;

/**
 * The sign of each sender's outgoing weights (Dale's principle): +1 excitatory, -1 inhibitory, 0
 * unknown.
 *
 * @param values [node]
 */
public record Signs(int[] values) {

  /** Checks that every sign is -1, 0 or +1. */
  public Signs {
    for (int i = 0; i < values.length; i++) {
      if (values[i] < -1 || values[i] > 1) {
        throw new IllegalArgumentException("node " + i + " has sign " + values[i]);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signs that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Signs[" + values.length + " nodes]";
  }
}
