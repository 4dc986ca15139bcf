package homeostat.cli;

import homeostat.lab.BenchWorkload;
import homeostat.lab.LegacyScript;
import homeostat.lab.config.Kinds;
import homeostat.lab.verify.GoldenSuite;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs command lines in this process, on a catalogue of the test's choice. */
public record Shell(Catalogue catalogue) {

  /** What a command line gave. */
  public record Result(int status, String out, String err) {
    public List<String> lines() {
      return out.lines().toList();
    }
  }

  /** With nothing installed. */
  public static Shell empty() {
    return of(List.of(), List.of(), List.of());
  }

  public static Shell of(
      List<GoldenSuite> suites, List<BenchWorkload> workloads, List<LegacyScript> scripts) {
    return new Shell(new Catalogue(new Kinds(List.of()), suites, workloads, scripts));
  }

  /** With these kinds of experiment. */
  public static Shell of(Kinds kinds) {
    return new Shell(new Catalogue(kinds, List.of(), List.of(), List.of()));
  }

  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int status = new Main(() -> catalogue, console).run(List.of(arguments));
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
