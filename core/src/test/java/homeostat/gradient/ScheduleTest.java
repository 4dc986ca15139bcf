package homeostat.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static double[] first(Schedule schedule, int steps) {
    return LongStream.range(0, steps).mapToDouble(schedule::at).toArray();
  }

  @Test
  void multipliersAreThoseOfTheFormulas() {
    assertArrayEquals(new double[] {1, 1, 1}, first(new Schedule.Constant(), 3));
    assertArrayEquals(new double[] {0, 0.5, 1, 1}, first(new Schedule.WarmUp(2), 4));
    assertArrayEquals(new double[] {1, 1}, first(new Schedule.WarmUp(0), 2));
    assertArrayEquals(
        new double[] {0, 0.5, 1, 0.75, 0.5, 0.25, 0, 0}, first(new Schedule.Triangle(2, 6), 8));
    assertArrayEquals(
        new double[] {1, 1, 0.1, 0.1, 0.01}, first(new Schedule.Stairs(2, 0.1), 5), 1e-15);
    Schedule cosine = new Schedule.Cosine(4, 0.2);
    double[] expected = {1, 0.6 + 0.4 * Math.sqrt(0.5), 0.6, 0.6 - 0.4 * Math.sqrt(0.5), 0.2, 0.2};
    assertArrayEquals(expected, first(cosine, 6), 1e-15);
  }

  @Test
  void stretchesThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Schedule.WarmUp(-1));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Triangle(3, 2));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Cosine(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Stairs(1, 0));
    assertEquals(0, new Schedule.Triangle(0, 0).at(5));
  }
}
