package homeostat.kinds.memory.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightTablesTest {
  /** Units 0 and 1 of region 0, unit 2 of region 1: 0 to 1, 1 to 2, 2 to 0, [receiver][sender]. */
  private static final float[] BEFORE = {0, 0, -3, 1, 0, 0, 0, 2, 0};

  private static final float[] AFTER = {0, 0, -6, 4, 0, 0, 0, -1, 0};

  private final WeightTables tables = new WeightTables(3, 2, new int[] {0, 0, 1}, BEFORE, AFTER);

  @Test
  void unitsHaveTheirStrengthsAndPaths() {
    List<String> lines = tables.unitsCsv().lines().toList();
    assertEquals(4, lines.size());
    assertEquals("0,0,1,1,3.00000,6.00000,1.00000,4.00000,1.00000", lines.get(1));
    assertEquals("2,1,1,1,2.00000,1.00000,3.00000,6.00000,1.00000", lines.get(3));
  }

  @Test
  void regionsHaveMeansOfTheirConnections() {
    Arrays found = tables.byRegion();
    assertArrayEquals(new double[] {1, 1, 1, 0}, found.doubles("connections"));
    assertArrayEquals(new double[] {4, -6, -1, Double.NaN}, found.doubles("weight_after"));
    assertArrayEquals(new double[] {1, 3, 2, Double.NaN}, found.doubles("strength_before"));
  }

  @Test
  void ranksOfTheTemplateAreComparedOverItsConnections() {
    double[] template = {0, 0, 30, 10, 0, 0, 0, 20, 0};
    assertEquals(1, WeightTables.rankCorrelation(template, BEFORE, true), 1e-12);
    assertEquals(-0.5, WeightTables.rankCorrelation(template, BEFORE, false), 1e-12);
    assertEquals(0.5, WeightTables.rankCorrelation(template, AFTER, true), 1e-12);
    double[] even = {0, 0, 1, 1, 0, 0, 0, 1, 0};
    assertTrue(Double.isNaN(WeightTables.rankCorrelation(even, AFTER, true)));
  }
}
