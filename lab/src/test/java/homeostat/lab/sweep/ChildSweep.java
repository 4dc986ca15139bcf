package homeostat.lab.sweep;

import homeostat.lab.run.Interrupts;
import homeostat.lab.run.Progress;
import homeostat.lab.run.Report;
import homeostat.lab.run.Surroundings;
import homeostat.lab.run.Toy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A sweep in a process of its own, for the test that kills it. It prints a line a step. */
final class ChildSweep {
  private ChildSweep() {}

  /** Arguments: run or resume, and the folder. */
  public static void main(String[] args) {
    Path folder = Path.of(args[1]);
    Sweep sweep =
        SweeperTest.sweep(
            folder,
            2,
            false,
            step -> {
              System.out.println("step " + step);
              System.out.flush();
            });
    Sweeper sweeper =
        new Sweeper(
            new Surroundings(
                new Progress(System.out, false, true),
                Toy.SINK,
                Report.none(),
                Interrupts.manual(),
                "scalar"));
    SweepEnded ended = args[0].equals("run") ? sweeper.run(sweep) : sweeper.resume(folder, sweep);
    System.exit(ended.exitStatus());
  }

  static Process start(String verb, Path folder) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ChildSweep.class.getName(),
                verb,
                folder.toString()))
        .redirectErrorStream(true)
        .start();
  }
}
