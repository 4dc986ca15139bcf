package homeostat.lab.run;

import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A toy run in a process of its own, for tests that kill it. */
final class ChildRun {
  private ChildRun() {}

  /** Arguments: run or resume, folder, steps, and what a step does: quick or hang. */
  public static void main(String[] args) throws InterruptedException {
    Path folder = Path.of(args[1]);
    long steps = Long.parseLong(args[2]);
    Progress progress = new Progress(System.out, false, true);
    CountDownLatch never = new CountDownLatch(1);
    Job job =
        Toy.job(
            folder,
            1,
            steps,
            step -> {
              System.out.println("step " + step);
              System.out.flush();
              if (args[3].equals("hang") && step == 5) {
                await(never);
              }
              spin();
            });
    int status;
    try (Interrupts interrupts = Interrupts.ofProcess(progress::note)) {
      Runner runner =
          new Runner(new Surroundings(progress, Toy.SINK, Report.none(), interrupts, "scalar"));
      Ended ended =
          args[0].equals("run") ? runner.run(job) : runner.resume(folder, job, Optional.empty());
      status = ended.outcome().exitStatus();
    } catch (UserError e) {
      e.lines().forEach(System.out::println);
      status = 2;
    }
    System.exit(status);
  }

  /** Starts it; what it prints on either stream comes out of one. */
  static Process start(String verb, Path folder, long steps, String stepKind) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                ChildRun.class.getName()));
    command.addAll(List.of(verb, folder.toString(), Long.toString(steps), stepKind));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the main thread", e);
    }
  }

  /** About two milliseconds of work. */
  private static void spin() {
    long until = System.nanoTime() + 2_000_000;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }
}
