package homeostat.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the program in a process of its own, with more jars on its class path. */
final class Child {
  private Child() {}

  /** What a process gave; {@code err} without the JVM's announcement of its vector module. */
  record Result(int status, String out, String err) {
    /** The folder that the program says it left. */
    Path run() {
      return out.lines()
          .filter(line -> line.startsWith("run  "))
          .map(line -> Path.of(line.replaceFirst("run +", "")))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no folder of a run: " + this));
    }
  }

  /**
   * @param folder where its output is kept
   */
  static Result homeostat(Path folder, Path jar, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path", "") + File.pathSeparator + jar,
                Main.class.getName()));
    command.addAll(arguments);
    Path out = Files.createTempFile(folder, "child", ".out");
    Path err = Files.createTempFile(folder, "child", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int status = process.waitFor();
    List<String> said =
        Files.readAllLines(err).stream()
            .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
            .toList();
    return new Result(status, Files.readString(out), String.join("\n", said));
  }
}
