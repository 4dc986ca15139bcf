package homeostat.connectome;

import java.util.Arrays;

/**
 * Where the nodes are.
 *
 * @param coordinates [node][x, y, z], row-major
 * @param unit of the coordinates, for example "um"
 */
public record Positions(double[] coordinates, String unit) {

  /** Checks that there are three finite coordinates a node. */
  public Positions {
    if (coordinates.length % 3 != 0) {
      throw new IllegalArgumentException(coordinates.length + " coordinates are not three a node");
    }
    for (int i = 0; i < coordinates.length; i++) {
      if (!Double.isFinite(coordinates[i])) {
        throw new IllegalArgumentException(
            "node " + i / 3 + " has coordinate " + coordinates[i] + "; positions must be finite");
      }
    }
  }

  /** Number of nodes. */
  public int nodes() {
    return coordinates.length / 3;
  }

  /** Straight distance of two nodes, in the unit of the coordinates. */
  public double distance(int a, int b) {
    double x = coordinates[3 * a] - coordinates[3 * b];
    double y = coordinates[3 * a + 1] - coordinates[3 * b + 1];
    double z = coordinates[3 * a + 2] - coordinates[3 * b + 2];
    return Math.sqrt(x * x + y * y + z * z);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Positions that
        && unit.equals(that.unit)
        && Arrays.equals(coordinates, that.coordinates);
  }

  @Override
  public int hashCode() {
    return 31 * unit.hashCode() + Arrays.hashCode(coordinates);
  }

  @Override
  public String toString() {
    return "Positions[" + nodes() + " nodes in " + unit + "]";
  }
}
