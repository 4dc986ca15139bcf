package homeostat.lab.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.array.AtomicFile;
import homeostat.array.Sha256;
import homeostat.lab.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The two logs of a run: {@code metrics.jsonl}, typed and only ever appended to, and {@code
 * training_metrics.csv}, which is a function of the rows in it: step column first, the others
 * sorted, under the union of all names so far. When a row brings a new name, the table is written
 * anew; after a resume it is made from {@code metrics.jsonl}, cut to where the checkpoint was. So
 * neither a kill nor a changed header can leave it different from that of an uninterrupted run.
 */
public final class Metrics implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BLOCK = 1 << 16;

  private final Path jsonlFile;
  private final Path csvFile;
  private final String stepName;
  private final FileChannel jsonl;
  private final MessageDigest digest;
  private final Set<String> columns = new TreeSet<>();
  private FileChannel csv;
  private long bytes;

  /**
   * How far {@code metrics.jsonl} had come at a checkpoint.
   *
   * @param bytes its length
   * @param sha256 of its content up to there
   */
  public record Position(long bytes, Sha256 sha256) {
    /** Of an empty log. */
    public static Position start() {
      return new Position(0, Sha256.ofText(""));
    }
  }

  private Metrics(RunFolder folder, String stepName, long kept) throws IOException {
    this.jsonlFile = folder.jsonl();
    this.csvFile = folder.csv();
    this.stepName = stepName;
    this.jsonl =
        FileChannel.open(jsonlFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
            .truncate(kept);
    this.bytes = jsonl.size();
    jsonl.position(bytes);
    this.digest = fingerprint(jsonlFile, bytes);
    rows(jsonlFile, row -> columns.addAll(RowJson.row(row).asMap().keySet()));
    columns.remove(stepName);
    writeTable();
    this.csv = openTable();
  }

  /** Empty logs. */
  public static Metrics start(RunFolder folder, String stepName) {
    try {
      return new Metrics(folder, stepName, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The logs as they were at a position that {@link #reaches} found intact. */
  public static Metrics resume(RunFolder folder, String stepName, Position position) {
    try {
      return new Metrics(folder, stepName, position.bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the log on disk still begins as it did at that position. */
  public static boolean reaches(RunFolder folder, Position position) {
    try {
      Path file = folder.jsonl();
      long size = Files.exists(file) ? Files.size(file) : 0;
      return size >= position.bytes
          && Sha256.of(fingerprint(file, position.bytes).digest()).equals(position.sha256);
    } catch (IOException e) {
      return false;
    }
  }

  /** The typed rows of a run's log; a last line that a kill cut off is left out. */
  public static List<Row> read(RunFolder folder) {
    try {
      List<Row> all = new ArrayList<>();
      rows(folder.jsonl(), row -> all.add(RowJson.row(row)));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Appends a row to both logs.
   *
   * @param stepsDone steps done so far
   */
  public void append(long stepsDone, Row row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put(stepName, stepsDone);
    object.setAll(RowJson.object(row));
    if (object.size() != row.asMap().size() + 1) {
      throw new IllegalStateException("a row may not have a value named '" + stepName + "'");
    }
    byte[] line = (object + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      write(jsonl, line);
      digest.update(line);
      bytes += line.length;
      if (columns.addAll(row.asMap().keySet())) {
        csv.close();
        writeTable();
        csv = openTable();
      } else {
        write(csv, tableLine(object).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Brings the logs to the disk and says where they end. */
  public Position sync() {
    try {
      jsonl.force(false);
      return new Position(bytes, Sha256.of(((MessageDigest) digest.clone()).digest()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 cannot be copied", e);
    }
  }

  @Override
  public void close() {
    try {
      jsonl.close();
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileChannel openTable() throws IOException {
    return FileChannel.open(csvFile, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  private void writeTable() throws IOException {
    AtomicFile.write(
        csvFile,
        out -> {
          out.write(Csv.line(header()).getBytes(StandardCharsets.UTF_8));
          rows(jsonlFile, row -> out.write(tableLine(row).getBytes(StandardCharsets.UTF_8)));
        });
  }

  private String tableLine(JsonNode row) {
    return Csv.line(header(), RowJson.row(row).asMap());
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(columns);
    header.addFirst(stepName);
    return header;
  }

  private interface RowSink {
    void take(JsonNode row) throws IOException;
  }

  /** Each row of a log that may be larger than memory; a cut-off last line is left out. */
  private static void rows(Path log, RowSink sink) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    blocks(
        log,
        Long.MAX_VALUE,
        (block, length) -> {
          int from = 0;
          for (int i = 0; i < length; i++) {
            if (block[i] == '\n') {
              line.write(block, from, i - from);
              sink.take(JSON.readTree(line.toByteArray()));
              line.reset();
              from = i + 1;
            }
          }
          line.write(block, from, length - from);
        });
  }

  /** SHA-256 of the first bytes of a log, open for more. */
  private static MessageDigest fingerprint(Path log, long bytes) throws IOException {
    MessageDigest digest = Sha256.digest();
    blocks(log, bytes, (block, length) -> digest.update(block, 0, length));
    return digest;
  }

  private interface BlockSink {
    void take(byte[] block, int length) throws IOException;
  }

  private static void blocks(Path file, long bytes, BlockSink sink) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (long left = bytes; left > 0; ) {
        int read = in.read(block, 0, (int) Math.min(left, BLOCK));
        if (read < 0) {
          return;
        }
        sink.take(block, read);
        left -= read;
      }
    }
  }

  private static void write(FileChannel to, byte[] line) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(line);
    while (buffer.hasRemaining()) {
      to.write(buffer);
    }
  }
}
