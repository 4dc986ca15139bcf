package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task of the guide to working memory, packed as a reader would, and learnt. */
class OwnMemoryTaskTest {
  private static final Path PAGE =
      Path.of(System.getProperty("homeostat.root", "")).resolve("docs/working-memory.md");

  @TempDir Path folder;

  @Test
  void theTaskOfTheGuideIsFoundByItsNameAndLearnt() throws IOException, InterruptedException {
    Matcher code =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertTrue(code.find(), PAGE + " has no Java");
    Path jar =
        ServiceJar.make(
            folder,
            List.of(new ServiceJar.Source("LastSign.java", Objects.requireNonNull(code.group(1)))),
            "homeostat.task.memory.MemoryTask$Provider",
            "LastSign\n");
    Child.Result result =
        Child.homeostat(
            folder,
            jar,
            List.of(
                "run",
                "working-memory",
                "task.name=last_sign",
                "wiring.neurons=1",
                "task.nr_of_trials=300",
                "training.epochs=30",
                "training.lr=1e-2",
                "training.analysis=false",
                "run.figures=false",
                "run.dir=" + folder.resolve("runs")));
    assertEquals(0, result.status(), result.toString());
    Matcher right = Pattern.compile("last_validate_accuracy\\s+([0-9.]+)").matcher(result.out());
    assertTrue(right.find(), result.toString());
    assertTrue(Double.parseDouble(Objects.requireNonNull(right.group(1))) > 90, result.out());
  }
}
