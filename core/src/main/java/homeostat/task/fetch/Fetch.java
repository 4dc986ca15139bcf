package homeostat.task.fetch;

import homeostat.array.FormatException;
import homeostat.task.dataset.DataException;
import homeostat.task.dataset.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * Fetches the files of a data set. A file grows under its name with {@code .part} added, so that an
 * interrupted fetch goes on where it stopped, in this process or a later one; it is checked whole
 * and then takes its name in one move. What has the name is therefore always whole and right.
 */
public final class Fetch {
  /** Attempts in a row that bring nothing new before the fetch gives up. */
  private static final int MOST_VAIN_ATTEMPTS = 3;

  private final URI base;
  private final Duration patience;
  private final FetchProgress progress;

  /**
   * @param base address of the folder with the files, http or https
   * @param patience how long to wait for a silent server
   * @param progress hears how it goes
   */
  public Fetch(String base, Duration patience, FetchProgress progress) {
    this.base = address(base);
    this.patience = patience;
    this.progress = progress;
  }

  private static URI address(String text) {
    try {
      URI address = URI.create(text.endsWith("/") ? text : text + "/");
      if (Answer.web(address)) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new DataException("from=" + text + " is no address: " + e.getMessage(), e);
    }
    throw new DataException(
        "from=" + text + " is no address of the web; it must start with http:// or https://");
  }

  /**
   * Brings files into a folder; files that are there and right are kept.
   *
   * @throws DataException saying what went wrong and what to do; what has arrived stays for the
   *     next attempt, unless it is wrong
   */
  public void into(Path folder, List<Download> downloads) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + folder + ": " + e, e);
    }
    for (Download download : downloads) {
      Path file = folder.resolve(download.name());
      if (there(file, download)) {
        progress.note(download.name() + ": already there");
      } else {
        fetch(folder, download);
      }
    }
  }

  private boolean there(Path file, Download download) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      download.check().check(file);
      return true;
    } catch (FormatException e) {
      progress.note(e.getMessage() + "; fetching it anew");
      return false;
    }
  }

  private void fetch(Path folder, Download download) {
    Path part = folder.resolve(download.name() + ".part");
    URI address = base.resolve(download.name());
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock(channel, part);
      gather(channel, address, download);
      channel.force(true);
      verify(part, address, download);
      Files.move(
          part,
          folder.resolve(download.name()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + part + ": " + e, e);
    } finally {
      removeEmpty(part);
    }
  }

  private static void removeEmpty(Path part) {
    try {
      if (Files.isRegularFile(part) && Files.size(part) == 0) {
        Files.delete(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the empty " + part + ": " + e, e);
    }
  }

  /** The lock goes when the channel is closed. */
  private static void lock(FileChannel channel, Path part) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      throw new DataException(part + " is being fetched already; wait for that to end", e);
    }
    if (lock == null) {
      throw new DataException(part + " is being fetched by another process; wait for it to end");
    }
  }

  private void gather(FileChannel channel, URI address, Download download) throws IOException {
    long farthest = channel.size();
    int vain = 0;
    while (true) {
      String trouble = attempt(channel, address, download);
      if (trouble.isEmpty()) {
        return;
      }
      vain = channel.size() > farthest ? 0 : vain + 1;
      farthest = Math.max(farthest, channel.size());
      if (vain == MOST_VAIN_ATTEMPTS) {
        throw new DataException(
            address
                + ": "
                + trouble
                + ", "
                + MOST_VAIN_ATTEMPTS
                + " times in a row without anything new; the same command goes on from byte "
                + channel.size());
      }
      progress.note(download.name() + ": " + trouble + "; going on");
    }
  }

  /** One request; gives why the file is not whole after it, empty if it is. */
  private String attempt(FileChannel channel, URI address, Download download) throws IOException {
    long had = channel.size();
    try (Answer answer = Answer.ask(address, had, patience)) {
      if (answer.tooFar()) {
        if (had == answer.total()) {
          return "";
        }
        channel.truncate(0);
        return "what was fetched before does not fit the server's file";
      }
      if (!answer.good()) {
        throw new DataException(
            address
                + ": the server says "
                + answer.status()
                + (answer.overloaded()
                    ? "; try again later, the same command goes on from byte " + had
                    : "; give the address of the folder with "
                        + download.name()
                        + " as from=ADDRESS"));
      }
      if (answer.start() != had) {
        // The server does not do ranges, or sent another one than asked for.
        if (answer.start() != 0) {
          channel.truncate(0);
          return "the server sent another part of the file than asked for";
        }
        progress.note(download.name() + ": the server cannot resume, starting anew");
        channel.truncate(0);
      }
      return copy(answer, channel, address, download);
    } catch (Lost e) {
      return String.valueOf(e.getMessage());
    }
  }

  private String copy(Answer answer, FileChannel channel, URI address, Download download)
      throws IOException {
    channel.position(channel.size());
    byte[] buffer = new byte[1 << 16];
    for (int n = answer.read(buffer); n >= 0; n = answer.read(buffer)) {
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      if (channel.position() > download.limit()) {
        channel.truncate(0);
        throw new DataException(
            address
                + ": sends more than the "
                + download.limit()
                + " bytes that "
                + download.name()
                + " can have; it is another file");
      }
      progress.at(download.name(), channel.position(), answer.total());
    }
    return answer.total() >= 0 && channel.position() < answer.total()
        ? "the connection ended after " + channel.position() + " of " + answer.total() + " bytes"
        : "";
  }

  private static void verify(Path part, URI address, Download download) throws IOException {
    try {
      download.check().check(part);
    } catch (FormatException e) {
      Files.delete(part);
      throw new DataException(
          address + " is not the file it should be: " + e.getMessage() + ". It was removed", e);
    }
  }
}
