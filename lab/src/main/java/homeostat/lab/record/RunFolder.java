package homeostat.lab.record;

import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The folder of a run and where everything lies in it.
 *
 * @param path {@code <dir>/<name>-<id>}, where the id is UTC time and four random digits: sortable,
 *     never used twice
 */
public record RunFolder(Path path) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * Makes a folder that did not exist.
   *
   * @throws UserError if {@code dir} cannot be written
   */
  public static RunFolder create(Path dir, String name) {
    String clean = name.replaceAll("[^A-Za-z0-9._-]+", "-");
    try {
      Files.createDirectories(dir);
      while (true) {
        String id =
            TIME.format(Instant.now())
                + String.format(Locale.ROOT, "-%04x", ThreadLocalRandom.current().nextInt(1 << 16));
        Path path = dir.resolve(clean + "-" + id);
        try {
          return new RunFolder(Files.createDirectory(path));
        } catch (FileAlreadyExistsException e) {
          if (!Files.isDirectory(path)) {
            throw e;
          }
        }
      }
    } catch (IOException e) {
      throw Trouble.with("cannot make a run folder in " + dir, e, "choose another with run.dir=");
    }
  }

  /**
   * The folder of an earlier run.
   *
   * @throws UserError if it is none
   */
  public static RunFolder open(Path path) {
    RunFolder folder = new RunFolder(path);
    if (!Files.isDirectory(path)) {
      throw new UserError(path + ": no such folder; give the folder of a run, as in runs/NAME-ID");
    }
    if (!Files.isRegularFile(folder.metadata())) {
      throw new UserError(
          path
              + ": no run, since there is no metadata.json in it; give the folder of the run"
              + " itself");
    }
    return folder;
  }

  /** The folder's name: name and id of the run. */
  public String name() {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /** Every value of the config with its origin. */
  public Path config() {
    return path.resolve("config.toml");
  }

  /** The parameter file as it was given. */
  public Path parameters() {
    return path.resolve("parameters.toml");
  }

  /** Versions, machine, inputs, status, heartbeat. */
  public Path metadata() {
    return path.resolve("metadata.json");
  }

  /** One row a logged step. */
  public Path csv() {
    return path.resolve("training_metrics.csv");
  }

  /** The same rows, typed; only ever appended to. */
  public Path jsonl() {
    return path.resolve("metrics.jsonl");
  }

  /** The folder of checkpoints. */
  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** Links to, or copies of, the input files. */
  public Path inputs() {
    return path.resolve("inputs");
  }

  /** Headline numbers. */
  public Path summary() {
    return path.resolve("summary.json");
  }

  /** Lines told to the user, and failed drawings. */
  public Path notes() {
    return path.resolve("notes.log");
  }

  /** Stack trace of a failure. */
  public Path errors() {
    return path.resolve("log.err");
  }

  /** Held by the process that works on the run. */
  public Path lock() {
    return path.resolve(".lock");
  }
}
