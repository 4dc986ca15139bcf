package homeostat.lab.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import homeostat.lab.record.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Runs of the toy experiment in one folder, and what they said. */
final class ToyRuns {
  static final long STEPS = 40;

  private final Path dir;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  ToyRuns(Path dir) {
    this.dir = dir;
  }

  Runner runner() {
    return runner(Toy.SINK, "scalar");
  }

  Runner runner(FigureSink sink, String kernel) {
    Report report = folder -> WholeFile.write(folder.resolve("report.html"), "<html>");
    return new Runner(new Surroundings(progress(), sink, report, Interrupts.manual(), kernel));
  }

  /** Surroundings whose stop is asked for by hand; they write no report. */
  Surroundings around(Interrupts wish) {
    return new Surroundings(progress(), Toy.SINK, Report.none(), wish, "scalar");
  }

  private Progress progress() {
    return new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false, true);
  }

  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** A run whose loss is not a number at step 30. */
  Ended failing() {
    return runner().run(Toy.job(dir, 1, STEPS, Toy.blowsUpAt(30)));
  }

  /** The same job, which notes the experiments that it opens. */
  static Job opening(Job job, List<Toy> opened) {
    return new Job(
        job.kind(),
        job.config(),
        job.identity(),
        job.settings(),
        job.estimate(),
        job.inputs(),
        job.warnings(),
        setup -> {
          Toy toy = new Toy(setup, job.estimate().steps(), _ -> {});
          opened.add(toy);
          return toy;
        });
  }

  static void assertSame(Path expected, Path actual) throws IOException {
    assertEquals(Toy.results(expected), Toy.results(actual));
    for (Path file : Toy.results(expected)) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve(file)),
          Files.readAllBytes(actual.resolve(file)),
          file.toString());
    }
  }

  /** An interrupt late in the run leaves another checkpoint before the last; all else is equal. */
  static void assertSameButPrevious(Path whole, Path folder) throws IOException {
    Path previous = Path.of("checkpoints/checkpoint_previous.npz");
    Files.copy(
        whole.resolve(previous), folder.resolve(previous), StandardCopyOption.REPLACE_EXISTING);
    assertSame(whole, folder);
  }
}
