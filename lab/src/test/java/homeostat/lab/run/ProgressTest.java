package homeostat.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long MILLIS = 1_000_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long now;

  private Progress progress(boolean terminal, boolean quiet) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new Progress(out, terminal, quiet, () -> now);
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** 1000 steps of 20 ms; the first takes five seconds. */
  private void run(Progress progress) {
    for (int done = 0; done <= 1000; done++) {
      progress.update(done, 1000, "loss 0.5");
      now += done == 0 ? 5000 * MILLIS : 20 * MILLIS;
    }
    progress.end();
  }

  @Test
  void cellsOfASweepTellALineOnce() {
    Progress progress = progress(false, false);
    for (String line : List.of("60 units", "60 units", "80 units", "60 units")) {
      Notes.ofCell(progress).add(line);
    }
    assertEquals(List.of("60 units", "80 units"), said().lines().toList());
  }

  @Test
  void aTerminalSeesOneLineAtMostTenTimesASecond() {
    run(progress(true, false));
    long drawn = said().chars().filter(c -> c == '\r').count();
    assertTrue(drawn > 100 && drawn <= 250, "drawn " + drawn + " times in 25 s");
    assertFalse(said().contains("\n"));
    assertTrue(said().contains("501/1000  50.0/s  10 s left  loss 0.5"));
    assertTrue(said().contains("11/1000  50.0/s  20 s left"), "the slow first step is forgotten");
  }

  @Test
  void aLogSeesALineEveryTenth() {
    run(progress(false, false));
    List<String> lines = said().lines().toList();
    assertTrue(lines.size() >= 10 && lines.size() <= 12, said());
    assertTrue(lines.getLast().startsWith("100 %  1000/1000"), said());
  }

  @Test
  void aSlowLogSeesALineEveryTenSeconds() {
    Progress progress = progress(false, false);
    for (int done = 0; done <= 10; done++) {
      progress.update(done, 10_000, "");
      now += 6000 * MILLIS;
    }
    assertEquals(6, said().lines().count(), said());
  }

  @Test
  void quietShowsOnlyNotes() {
    Progress progress = progress(true, true);
    run(progress);
    progress.note("a warning");
    assertEquals("a warning", said().strip());
  }
}
