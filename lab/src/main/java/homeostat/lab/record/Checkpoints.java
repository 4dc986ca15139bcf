package homeostat.lab.record;

import homeostat.array.FormatException;
import homeostat.lab.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The checkpoints of a run: the latest, the one before it for the day that the latest is damaged,
 * and the best. A kill at any moment leaves at least one of the first two whole.
 *
 * @param folder where they lie
 */
public record Checkpoints(Path folder) {

  /** The newest. */
  public Path latest() {
    return folder.resolve("checkpoint_latest.npz");
  }

  /** The one before. */
  public Path previous() {
    return folder.resolve("checkpoint_previous.npz");
  }

  /** That of the lowest score. */
  public Path best() {
    return folder.resolve("checkpoint_best.npz");
  }

  /** Writes a new best. */
  public void writeBest(Checkpoint checkpoint) {
    makeFolder();
    checkpoint.write(best());
  }

  /** Writes a new latest; the old one becomes the previous. */
  public void write(Checkpoint checkpoint) {
    makeFolder();
    try {
      if (Files.exists(latest())) {
        Files.move(
            latest(),
            previous(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    checkpoint.write(latest());
  }

  /**
   * Makes a checkpoint the latest, in place of one that is later or damaged. The previous one stays
   * as it is, since it may be the only copy of this one.
   */
  public void goOnFrom(Checkpoint checkpoint) {
    makeFolder();
    checkpoint.write(latest());
  }

  /**
   * The newest checkpoint that is intact; says so when it had to pass over a newer one.
   *
   * @param objection why a checkpoint cannot be used although it is intact; empty if it can
   * @return empty if there never was one
   * @throws UserError if there are some but none can be used
   */
  public Optional<Checkpoint> newest(
      Function<Checkpoint, String> objection, Consumer<String> note) {
    List<String> damaged = new ArrayList<>();
    for (Path file : List.of(latest(), previous())) {
      if (!Files.exists(file)) {
        continue;
      }
      try {
        Checkpoint found = Checkpoint.read(file);
        String problem = objection.apply(found);
        if (problem.isEmpty()) {
          damaged.forEach(note);
          if (!damaged.isEmpty()) {
            note.accept("going on from " + file + ", after step " + found.nextStep());
          }
          return Optional.of(found);
        }
        damaged.add(file + ": " + problem);
      } catch (FormatException e) {
        damaged.add(String.valueOf(e.getMessage()));
      }
    }
    if (damaged.isEmpty()) {
      return Optional.empty();
    }
    damaged.add("no checkpoint can be used; name an intact one with from=FILE or run anew");
    throw new UserError(damaged);
  }

  private void makeFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
