package homeostat.lab.figure.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void linearTicksAreRound() {
    assertEquals(List.of("0", "2", "4", "6", "8", "10"), labels(Ticks.linear(0, 10, 6)));
    assertEquals(List.of("−0.5", "0.0", "0.5"), labels(Ticks.linear(-0.61, 0.7, 3)));
    assertEquals(List.of("−65", "−60", "−55", "−50"), labels(Ticks.linear(-66, -49, 4)));
    assertEquals(List.of("0.2", "0.4"), labels(Ticks.linear(0.11, 0.5, 2)));
  }

  @Test
  void largeAndSmallNumbersShareAPowerOfTen() {
    Ticks small = Ticks.linear(0, 3e-5, 3);
    assertEquals(-5, small.power());
    assertEquals(List.of("0", "1", "2", "3"), labels(small));
    Ticks large = Ticks.linear(0, 250_000, 5);
    assertEquals(5, large.power());
    assertEquals(List.of("0.0", "0.5", "1.0", "1.5", "2.0", "2.5"), labels(large));
  }

  @Test
  void logarithmicTicksAreDecades() {
    assertEquals(
        List.of("0.01", "0.1", "1", "10"),
        labels(Ticks.log(0.005, 20, 8)).stream().filter(l -> !l.isEmpty()).toList());
    assertEquals("10⁻⁶", labels(Ticks.log(1e-6, 1e6, 3)).getFirst());
    assertTrue(Ticks.log(1, 1000, 5).ticks().stream().anyMatch(t -> t.at() == 20 && t.minor()));
  }

  @Test
  void briefNumbersHaveThreeDigits() {
    assertEquals("0.0031", Ticks.brief(0.0031));
    assertEquals("−12.3", Ticks.brief(-12.345));
    assertEquals("1.23·10⁷", Ticks.brief(12_345_678));
    assertEquals("–", Ticks.brief(Double.NaN));
  }

  @Test
  void sequentialColoursRiseInLightness() {
    double before = -1;
    for (int i = 0; i <= 20; i++) {
      int rgb = ColourMap.SEQUENTIAL.rgb(i / 20.0);
      double luma =
          0.2126 * ((rgb >> 16) & 255) + 0.7152 * ((rgb >> 8) & 255) + 0.0722 * (rgb & 255);
      assertTrue(luma > before, "at " + i);
      before = luma;
    }
  }

  private static List<String> labels(Ticks ticks) {
    return ticks.ticks().stream().map(Tick::label).toList();
  }
}
