package homeostat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Homeostat in a process of its own, for tests that kill it or measure it. */
final class OwnProcess {
  /** Options that start quickly: what such a child computes takes less time than a better JIT. */
  static final List<String> QUICK =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

  private final Process process;
  private final Path said;

  private OwnProcess(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /**
   * Starts a command line.
   *
   * @param options of the JVM
   * @param said file that takes both output streams
   */
  static OwnProcess start(List<String> options, Path said, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path", ""),
            Main.class.getName()));
    command.addAll(Arrays.asList(arguments));
    return new OwnProcess(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start(),
        said);
  }

  /** Kills it as soon as something is so; it must not have ended before. */
  void killWhen(BooleanSupplier so) throws IOException, InterruptedException {
    while (!so.getAsBoolean()) {
      if (process.waitFor(2, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("ended before it could be killed:\n" + said());
      }
    }
    process.destroyForcibly();
    int status = process.waitFor();
    if (status != 128 + 9) {
      throw new AssertionError("ended with " + status + " before it was killed:\n" + said());
    }
  }

  /** Waits for its end and gives what it said; it must have succeeded. */
  String done() throws IOException, InterruptedException {
    int status = process.waitFor();
    if (status != 0) {
      throw new AssertionError("exit status " + status + "\n" + said());
    }
    return said();
  }

  private String said() throws IOException {
    return Files.readString(said, StandardCharsets.UTF_8);
  }
}
