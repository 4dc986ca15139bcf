package homeostat.lab.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import homeostat.array.AtomicFile;
import homeostat.lab.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code results.jsonl}: a line is appended and forced to the disk as a cell ends, in whatever
 * order they do. Safe for several threads.
 */
final class Results implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<CellResult> results;
  private final FileChannel file;

  private Results(List<CellResult> results, FileChannel file) {
    this.results = results;
    this.file = file;
  }

  /** Opens the file of a sweep; a last line that a kill cut off is removed. */
  static Results open(Path path) {
    try {
      List<CellResult> known = new ArrayList<>();
      StringBuilder whole = new StringBuilder();
      String text = Files.exists(path) ? Files.readString(path) : "";
      for (int from = 0, to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
        String line = text.substring(from, to + 1);
        known.add(read(path, known.size() + 1, line));
        whole.append(line);
        from = to + 1;
      }
      AtomicFile.write(path, whole.toString());
      return new Results(
          known, FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CellResult read(Path path, int number, String line) {
    try {
      return CellResult.of(JSON.readTree(line));
    } catch (JsonProcessingException e) {
      throw new UserError(
          path
              + ": line "
              + number
              + ": is damaged (not JSON); remove that line, and its cell is worked again");
    }
  }

  /** Notes what became of a cell. */
  synchronized void add(CellResult result) {
    ByteBuffer line = ByteBuffer.wrap(result.line().getBytes(StandardCharsets.UTF_8));
    try {
      while (line.hasRemaining()) {
        file.write(line);
      }
      file.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    results.add(result);
  }

  /** What is known of a cell; the newest counts, and only of the config that it has now. */
  synchronized Optional<CellResult> find(Cell cell) {
    return results.reversed().stream()
        .filter(r -> r.cell().equals(cell.name()) && r.identity().equals(cell.job().identity()))
        .findFirst();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
