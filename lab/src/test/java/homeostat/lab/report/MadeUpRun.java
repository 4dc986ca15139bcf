package homeostat.lab.report;

import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.render.FigureRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The folder of a run that never ran. */
final class MadeUpRun {
  private MadeUpRun() {}

  /** A run that has completed, with figures of two steps and of its start. */
  static Path complete(Path parent, String name, int seed, double rate) throws IOException {
    Path run = Files.createDirectories(parent.resolve(name));
    metadata(run, name, seed, "completed");
    Files.writeString(
        run.resolve("summary.json"),
        """
        {"firing_rate/excitatory/mean": %s, "firing_rate/excitatory/target": 5.0,
         "final_loss": 0.000123456, "note": "a <b> & \\"c\\"",
         "run": {"wall_seconds": 12.5, "steps": 300}}
        """
            .formatted(rate));
    Files.writeString(run.resolve("config.toml"), config(seed));
    Files.writeString(run.resolve("training_metrics.csv"), metrics(300, rate));
    picture(run.resolve("figures/chunk_000100/activity"), "old");
    picture(run.resolve("figures/chunk_000900/activity"), "new");
    picture(run.resolve("figures/chunk_001000/activity"), "newest");
    picture(run.resolve("initial_state/figures/connectivity"), "start");
    return run;
  }

  static void metadata(Path run, String name, int seed, String status) throws IOException {
    metadata(run, name, seed, status, Instant.now());
  }

  /** With the time at which it was last heard of. */
  static void metadata(Path run, String name, int seed, String status, Instant heartbeat)
      throws IOException {
    Files.writeString(
        run.resolve("metadata.json"),
        """
        {"kind": "spiking", "name": "%s", "version": "0.1.0",
         "program": {"commit": "0123456789abcdef0123", "branch": "main", "dirty": true},
         "git": {"commit": "fedcba98765432100123", "branch": "main", "dirty": false},
         "seed": %d, "kernel": "scalar", "machine": {"cpu": "any <cpu>", "cores": 2},
         "inputs": [{"path": "/data/net.npz", "name": "net.npz", "sha256": "%064d"}],
         "start_time": "2026-11-22T10:00:00Z", "status": "%s", "steps_done": 120, "steps": 300,
         "heartbeat": "%s", "duration_seconds": 3725.2}
        """
            .formatted(name, seed, seed, status, heartbeat));
  }

  private static String config(int seed) {
    return """
    # Resolved config: every value with its origin. It runs as it is.
    kind = "spiking"

    [run]
    seed = %d                                   # command line
    name = "a # b"                              # experiment.toml:3

    [training.losses]
    "firing_rate" = 1.5                         # default
    """
        .formatted(seed);
  }

  private static String metrics(int rows, double rate) {
    StringBuilder text =
        new StringBuilder(
            "epoch,cv/excitatory/mean,firing_rate/excitatory/mean,firing_rate/excitatory/std,"
                + "firing_rate/inhibitory/mean,firing_rate_loss,phase,total_loss\n");
    for (int i = 1; i <= rows; i++) {
      double left = Math.exp(-i / 60.0);
      text.append(i).append(',');
      text.append(i < 10 ? "" : 0.9 + 0.1 * left).append(',');
      text.append(rate + 3 * left).append(",1.5,");
      text.append(9 - 4 * left).append(',');
      text.append(10 * left + 0.01).append(",warm,").append(12 * left + 0.02).append('\n');
    }
    return text.toString();
  }

  static void picture(Path base, String title) {
    FigureRenderer.draw(
        base,
        new Lines(
            title,
            Axis.of("x"),
            Axis.of("y"),
            List.of(new Curve("", Ink.FIRST, new double[] {0, 1}, new double[] {0, 1})),
            List.of()));
  }
}
