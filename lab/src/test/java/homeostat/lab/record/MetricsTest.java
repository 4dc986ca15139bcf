package homeostat.lab.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  @TempDir Path dir;

  private RunFolder folder() {
    return new RunFolder(dir);
  }

  @Test
  void theStepComesFirstAndTheOthersSorted() throws IOException {
    try (Metrics metrics = Metrics.start(folder(), "epoch")) {
      metrics.append(10, new Row().put("z", 1.0).put("a", 2L).put("m", Double.NaN));
    }
    assertEquals("epoch,a,m,z\n10,2,,1.0\n", Files.readString(folder().csv()));
    assertEquals(
        "{\"epoch\":10,\"z\":1.0,\"a\":2,\"m\":null}\n", Files.readString(folder().jsonl()));
  }

  @Test
  void aNewColumnWritesTheTableAnewUnderTheUnion() throws IOException {
    try (Metrics metrics = Metrics.start(folder(), "step")) {
      metrics.append(1, new Row().put("loss", 0.5));
      metrics.append(2, new Row().put("cv", 1.5));
      metrics.append(3, new Row().put("loss", 0.25));
    }
    assertEquals("step,cv,loss\n1,,0.5\n2,1.5,\n3,,0.25\n", Files.readString(folder().csv()));
  }

  @Test
  void valuesComeBackAsTheyWereInAnyLocale() {
    Locale before = Locale.getDefault();
    Row row =
        new Row()
            .put("tenth", 0.1f)
            .put("tiny", Double.MIN_VALUE)
            .put("huge", 1e300)
            .put("up", Double.POSITIVE_INFINITY)
            .put("down", Double.NEGATIVE_INFINITY)
            .put("none", Double.NaN)
            .put("count", 1L << 60)
            .put("text", "a \"b\", c\n");
    try {
      Locale.setDefault(Locale.GERMANY);
      try (Metrics metrics = Metrics.start(folder(), "step")) {
        metrics.append(1, row);
      }
    } finally {
      Locale.setDefault(before);
    }
    Map<String, Object> read = Metrics.read(folder()).getFirst().asMap();
    row.asMap().forEach((name, value) -> assertEquals(value, read.get(name), name));
  }

  @Test
  void aPositionIsFoundAgainOnlyIfTheLogBeginsTheSame() throws IOException {
    Metrics.Position position;
    try (Metrics metrics = Metrics.start(folder(), "step")) {
      metrics.append(1, new Row().put("loss", 0.5));
      position = metrics.sync();
      metrics.append(2, new Row().put("other", 0.5));
    }
    assertTrue(Metrics.reaches(folder(), position));
    try (Metrics metrics = Metrics.resume(folder(), "step", position)) {
      assertEquals("step,loss\n1,0.5\n", Files.readString(folder().csv()));
      assertEquals(position, metrics.sync());
    }
    Files.writeString(folder().jsonl(), Files.readString(folder().jsonl()).replace("0.5", "0.7"));
    assertFalse(Metrics.reaches(folder(), position));
    Files.delete(folder().jsonl());
    assertFalse(Metrics.reaches(folder(), position));
    assertTrue(Metrics.reaches(folder(), Metrics.Position.start()));
  }

  @Test
  void aLineThatAKillCutOffIsNotRead() throws IOException {
    try (Metrics metrics = Metrics.start(folder(), "step")) {
      metrics.append(1, new Row().put("loss", 0.5));
    }
    Files.writeString(folder().jsonl(), "{\"step\":2,\"lo", StandardOpenOption.APPEND);
    assertEquals(
        List.of(1L), Metrics.read(folder()).stream().map(r -> r.asMap().get("step")).toList());
  }

  @Test
  void aRowCannotHideTheStep() {
    try (Metrics metrics = Metrics.start(folder(), "step")) {
      Row row = new Row().put("step", 3L);
      assertThrows(IllegalStateException.class, () -> metrics.append(1, row));
    }
  }
}
