package homeostat.lab.record;

import homeostat.lab.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps two processes from working on one run. The system lets go of it when the process ends, in
 * whatever way.
 */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, and removes what a killed process left half written.
   *
   * @throws UserError if another holds it
   */
  public static RunLock take(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean taken = false;
      try {
        FileLock lock = channel.tryLock();
        taken = lock != null;
      } catch (OverlappingFileLockException e) {
        taken = false; // another thread of this process works on it
      } finally {
        if (!taken) {
          channel.close();
        }
      }
      if (!taken) {
        throw new UserError(folder + ": another process is working on it; wait, or stop that one");
      }
      sweepUp(folder);
      return new RunLock(channel);
    } catch (IOException e) {
      throw Trouble.with("cannot work in " + folder, e, "give permission to write there");
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweepUp(Path folder) throws IOException {
    List<Path> parts;
    try (Stream<Path> files = Files.walk(folder)) {
      parts =
          files.filter(f -> f.getFileName().toString().matches("\\..+\\.\\d+-\\d+\\.tmp")).toList();
    }
    for (Path part : parts) {
      Files.deleteIfExists(part);
    }
  }
}
