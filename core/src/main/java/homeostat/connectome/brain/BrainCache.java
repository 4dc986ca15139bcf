package homeostat.connectome.brain;

import homeostat.array.FormatException;
import homeostat.array.Sha256;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Reads brains from tables once, and later from a packed copy beside the table of connections,
 * which holds as long as the hashes of all tables and the options are those that it was made from.
 */
public final class BrainCache {
  private BrainCache() {}

  /** Where the packed copy of these tables is. */
  public static Path place(BrainFiles files) {
    Path connections = files.connections();
    return connections.resolveSibling(connections.getFileName() + BrainFile.ENDING);
  }

  /**
   * Reads tables, or their packed copy.
   *
   * @param note takes a line when the copy is made, or could not be used
   */
  public static Brain read(BrainFiles files, BrainOptions options, Consumer<String> note) {
    Path place = place(files);
    if (!Files.isRegularFile(place)) {
      return write(place, files, options, key(files, options), note);
    }
    // Hashing the tables takes as long as reading the copy: do both at a time.
    CompletableFuture<Sha256> key = CompletableFuture.supplyAsync(() -> key(files, options));
    Sha256 stored;
    Brain brain;
    try {
      stored = BrainFile.key(place);
      brain = BrainFile.read(place);
    } catch (FormatException e) {
      note.accept(e.getMessage() + "; reading the tables again");
      return write(place, files, options, joined(key), note);
    }
    if (stored.equals(joined(key))) {
      return brain;
    }
    note.accept(place + ": was made from other tables or options; reading them again");
    return write(place, files, options, joined(key), note);
  }

  private static Brain write(
      Path place, BrainFiles files, BrainOptions options, Sha256 key, Consumer<String> note) {
    Brain brain = BrainReader.read(files, options);
    try {
      BrainFile.write(place, brain, key);
      note.accept(place + ": packed copy for the next time");
    } catch (UncheckedIOException e) {
      note.accept(place + ": no packed copy, the folder cannot be written");
    }
    return brain;
  }

  private static Sha256 key(BrainFiles files, BrainOptions options) {
    return Sha256.ofText("2 " + options + ' ' + files.key().hex());
  }

  private static Sha256 joined(CompletableFuture<Sha256> key) {
    try {
      return key.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof FormatException fault) {
        throw fault;
      }
      throw e;
    }
  }
}
