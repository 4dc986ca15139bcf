package homeostat.lab.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.lab.Row;
import java.io.IOException;
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

  private Metrics(RunFolder folder, String stepName, byte[] kept) throws IOException {
    this.jsonlFile = folder.jsonl();
    this.csvFile = folder.csv();
    this.stepName = stepName;
    this.digest = Sha256.digest();
    this.jsonl =
        FileChannel.open(jsonlFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
            .truncate(kept.length)
            .position(kept.length);
    this.bytes = kept.length;
    digest.update(kept);
    for (JsonNode row : rows(kept)) {
      columns.addAll(RowJson.row(row).asMap().keySet());
    }
    columns.remove(stepName);
    writeTable(kept);
    this.csv = openTable();
  }

  /** Empty logs. */
  public static Metrics start(RunFolder folder, String stepName) {
    try {
      return new Metrics(folder, stepName, new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The logs as they were at a position that {@link #reaches} found intact. */
  public static Metrics resume(RunFolder folder, String stepName, Position position) {
    try {
      return new Metrics(folder, stepName, prefix(folder.jsonl(), position.bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the log on disk still begins as it did at that position. */
  public static boolean reaches(RunFolder folder, Position position) {
    try {
      MessageDigest found = Sha256.digest();
      byte[] kept = prefix(folder.jsonl(), position.bytes);
      return kept.length == position.bytes && Sha256.of(found.digest(kept)).equals(position.sha256);
    } catch (IOException e) {
      return false;
    }
  }

  /** The typed rows of a run's log; a last line that a kill cut off is left out. */
  public static List<Row> read(RunFolder folder) {
    try {
      byte[] all = prefix(folder.jsonl(), Long.MAX_VALUE);
      return rows(all).stream().map(RowJson::row).toList();
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
        writeTable(prefix(jsonlFile, bytes));
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

  private void writeTable(byte[] log) throws IOException {
    StringBuilder table = new StringBuilder();
    for (JsonNode row : rows(log)) {
      table.append(tableLine(row));
    }
    WholeFile.write(csvFile, Csv.line(header()) + table);
  }

  private String tableLine(JsonNode row) {
    return Csv.line(header(), RowJson.row(row).asMap());
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(columns);
    header.addFirst(stepName);
    return header;
  }

  private static List<JsonNode> rows(byte[] log) throws JsonProcessingException {
    List<JsonNode> rows = new ArrayList<>();
    String text = new String(log, StandardCharsets.UTF_8);
    for (int from = 0, to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      rows.add(JSON.readTree(text.substring(from, to)));
      from = to + 1;
    }
    return rows;
  }

  private static byte[] prefix(Path file, long bytes) throws IOException {
    if (!Files.exists(file)) {
      return new byte[0];
    }
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer kept = ByteBuffer.allocate((int) Math.min(bytes, in.size()));
      while (kept.hasRemaining() && in.read(kept) >= 0) {
        // read on until it is full
      }
      return java.util.Arrays.copyOf(kept.array(), kept.position());
    }
  }

  private static void write(FileChannel to, byte[] line) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(line);
    while (buffer.hasRemaining()) {
      to.write(buffer);
    }
  }
}
