package homeostat.kinds.spiking.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import homeostat.kinds.spiking.figures.Activity;
import homeostat.kinds.spiking.figures.History;
import homeostat.lab.Row;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RateCourseTest {
  private static final Activity.Population CELLS =
      new Activity.Population(
          List.of("e", "i"),
          new int[] {0, 1},
          "in",
          new double[] {10, 20},
          new double[] {-40, -40},
          List.of(),
          1);

  private static Row of(double[][] rates) {
    History history = new History();
    for (int r = 0; r < rates.length; r++) {
      history.add(
          new Row()
              .put("epoch", 5L * (r + 1))
              .put("firing_rate/e/mean", rates[r][0])
              .put("firing_rate/i/mean", rates[r][1]));
    }
    return new RateCourse(history, CELLS).row();
  }

  @Test
  void settledIsTheChunkFromWhichOnAllRatesStayNearTheirTargets() {
    Row row = of(new double[][] {{10, 20}, {10, 25}, {8.5, 20}, {11, 19}, {10, 20}, {10, 22}});
    assertEquals(15.0, row.asMap().get("settled"));
    assertEquals(
        Math.sqrt(2) / 20, (double) Objects.requireNonNull(row.asMap().get("rate_swing")), 1e-12);
  }

  @Test
  void aLastRateThatIsOffHasNotSettled() {
    assertFalse(of(new double[][] {{10, 20}, {10, 20}, {10, 30}}).asMap().containsKey("settled"));
  }

  @Test
  void theWorstErrorIsRelative() {
    double[] rates = {9, 30, Double.NaN};
    assertEquals(0.5, RateCourse.worstError(rates, new double[] {10, 20, 5}), 1e-12);
  }
}
