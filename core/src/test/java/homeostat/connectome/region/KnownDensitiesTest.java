package homeostat.connectome.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.DoubleMatrix;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownDensitiesTest {
  private static RegionConnectome regions(double... densities) {
    return new RegionConnectome(
        new Nodes.Named(List.of("V1", "V2", "MT")),
        DoubleMatrix.of(new double[] {0, 1, 2, 3, 0, 4, 5, 6, 0}, 3, 3),
        Optional.of(densities),
        Provenance.none());
  }

  @Test
  void regionsOfUnknownDensityAreLeftOutWithTheirConnections() {
    RegionConnectome known = regions(80, Double.NaN, 90).withKnownDensities();
    assertEquals(List.of("V1", "MT"), ((Nodes.Named) known.regions()).names());
    assertArrayEquals(new double[] {0, 2, 5, 0}, known.matrix());
    assertArrayEquals(new double[] {80, 90}, known.densities().orElseThrow());
  }

  @Test
  void allOrNoneKnown() {
    RegionConnectome whole = regions(80, 85, 90);
    assertSame(whole, whole.withKnownDensities());
    RegionConnectome none = regions(Double.NaN, Double.NaN, Double.NaN);
    assertThrows(IllegalArgumentException.class, none::withKnownDensities);
  }
}
