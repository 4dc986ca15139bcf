package homeostat.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.figure.FigureNumbers;
import homeostat.lab.run.Ended;
import homeostat.lab.run.Interrupts;
import homeostat.lab.run.Job;
import homeostat.lab.run.Progress;
import homeostat.lab.run.Report;
import homeostat.lab.run.Runner;
import homeostat.lab.run.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs with folders below a folder, on one thread, with figures checked but not drawn; and the
 * made-up images, which a file there stands for.
 */
public record FolderRuns(Path dir) {

  /** Runs a kind to its end. */
  public Path run(String kind, String... settings) {
    try {
      Files.writeString(dir.resolve("tiny"), "the file that the made-up images name");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("run.dir=" + dir.resolve("runs"));
    all.add("run.threads=1");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Runner runner =
        new Runner(
            new Surroundings(
                new Progress(out, false, true),
                (path, figure) -> FigureNumbers.of(figure),
                Report.none(),
                Interrupts.manual(),
                "test"));
    Ended ended = runner.run(Job.of(ConfigLoader.load(kind, all, Kinds.all())));
    assertEquals(0, ended.outcome().exitStatus(), said.toString(StandardCharsets.UTF_8));
    return ended.folder().path();
  }
}
