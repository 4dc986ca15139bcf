package homeostat.task.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Npz;
import homeostat.kernel.Stream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LightingTest {
  private static final Stream DRAWS = Stream.of(1, "test");

  @Test
  void fixedShiftsGiveTheReferenceNumbersToTheBit() throws URISyntaxException {
    Map<String, Double> cases =
        Map.of("brightness_0.5", 0.5, "brightness_-0.5", -0.5, "brightness_0.25", 0.25);
    for (Map.Entry<String, Double> one : cases.entrySet()) {
      Path file =
          Path.of(Objects.requireNonNull(getClass().getResource(one.getKey() + ".npz")).toURI());
      double[] x = Npz.read(file).doubles("inputs/x");
      double[] y = Npz.read(file).doubles("expected/y");
      double shift = new Brightness.Fixed(one.getValue()).shift(DRAWS, 0, 0);
      for (int i = 0; i < x.length; i++) {
        assertEquals(y[i], Brightness.shifted(x[i], shift), one.getKey() + " element " + i);
      }
    }
  }

  @Test
  void randomShiftsAreUniformBetweenTheirBounds() {
    Brightness random = new Brightness.Random(0.5);
    double sum = 0;
    double squares = 0;
    for (int image = 0; image < 10_000; image++) {
      double r = random.shift(DRAWS, 3, image);
      assertTrue(Math.abs(r) <= 0.5);
      sum += r;
      squares += r * r;
    }
    // Mean 0 and variance 1/12, within four standard errors.
    assertEquals(0, sum / 10_000, 4 * Math.sqrt(1 / 12.0 / 10_000));
    assertEquals(1 / 12.0, squares / 10_000, 4 * Math.sqrt(1 / 180.0 / 10_000));
  }

  @Test
  void contrastStretchesFromTheBoundToWhite() {
    assertEquals(0, Lighting.stretched(20, 51));
    assertEquals(0, Lighting.stretched(51, 51));
    // (153 - 51) 255 / 204 = 127.5, as an 8-bit integer.
    assertEquals(127, Lighting.stretched(153, 51));
    assertEquals(255, Lighting.stretched(255, 51));
    for (int level = 0; level < 256; level++) {
      assertEquals(level, Lighting.stretched(level, 0));
    }
  }

  @Test
  void contrastComesBeforeBrightness() {
    float[] values = new float[256];
    Lighting both = new Lighting(new Brightness.Fixed(-0.25), 100);
    both.fill(DRAWS, DRAWS, 2, 7, values);
    double m = 100 * DRAWS.at(2).uniform(7);
    assertTrue(m > 1, "the draw must show an effect");
    for (int level = 0; level < 256; level++) {
      double stretched = Lighting.stretched(level, m) / 255;
      assertEquals((float) Math.max(stretched - 0.25, 0), values[level]);
    }
    Lighting.plain().fill(DRAWS, DRAWS, 2, 7, values);
    assertEquals((float) (77 / 255.0), values[77]);
  }

  @Test
  void rangesAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new Brightness.Random(-0.1));
    assertThrows(IllegalArgumentException.class, () -> new Brightness.Random(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Brightness.Fixed(1.5));
    assertThrows(IllegalArgumentException.class, () -> new Lighting(Brightness.none(), 255));
  }
}
