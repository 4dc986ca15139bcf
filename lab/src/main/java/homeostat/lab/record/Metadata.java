package homeostat.lab.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.array.Sha256;
import homeostat.lab.Version;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * {@code metadata.json}: where a run came from, what it ran on, and whether it still does. Together
 * with {@code summary.json} the only place for wall-clock values. While open it writes a heartbeat
 * every ten seconds.
 */
public final class Metadata implements AutoCloseable {
  /** Time between heartbeats. */
  static final long HEARTBEAT_SECONDS = 10;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final ObjectNode root;
  private final double earlierSeconds;
  private final Instant start = Instant.now();
  private final ScheduledExecutorService beat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("homeostat-heartbeat").factory());
  private boolean closed;

  /**
   * What a run is, apart from where and on what it works.
   *
   * @param kind name of the kind, or {@code sweep}
   * @param identity fingerprint of everything that can change a result
   * @param seed of everything random; empty for a sweep, whose cells have their own
   * @param threads that work
   */
  public record About(String kind, Sha256 identity, OptionalLong seed, int threads) {}

  private Metadata(Path file, ObjectNode root) {
    this.file = file;
    this.root = root;
    this.earlierSeconds = root.path("duration_seconds").asDouble(0);
  }

  /** Begins the metadata of a new run, and the heartbeat. */
  public static Metadata start(
      RunFolder folder,
      About about,
      Origin origin,
      InputFiles inputs,
      String kernel,
      Consumer<String> note) {
    ObjectNode root = JSON.createObjectNode();
    root.put("kind", about.kind);
    root.put("name", folder.name());
    root.put("version", Version.ours());
    origin.program().ifPresent(c -> c.into(root.putObject("program")));
    origin.folder().ifPresent(c -> c.into(root.putObject("git")));
    about.seed.ifPresent(seed -> root.put("seed", seed));
    root.put("threads", about.threads);
    root.put("kernel", kernel);
    root.put("identity", about.identity.hex());
    root.set("machine", Machine.facts());
    root.set("inputs", inputs.json());
    root.put("start_time", now());
    Metadata metadata = new Metadata(folder.metadata(), root);
    metadata.live(note);
    return metadata;
  }

  /**
   * Goes on with the metadata of an earlier run.
   *
   * @param threads that work from now on
   */
  public static Metadata resume(
      RunFolder folder,
      long fromStep,
      int threads,
      Origin origin,
      String kernel,
      Consumer<String> note) {
    ObjectNode root = read(folder);
    root.put("threads", threads);
    ObjectNode resume = root.withArray("resumes").addObject();
    resume.put("time", now()).put("from_step", fromStep).put("version", Version.ours());
    origin.program().ifPresent(c -> c.into(resume.putObject("program")));
    resume.put("threads", threads).put("kernel", kernel).set("machine", Machine.facts());
    root.remove(List.of("end_time", "error", "error_file"));
    Metadata metadata = new Metadata(folder.metadata(), root);
    metadata.live(note);
    return metadata;
  }

  /**
   * Reads the metadata of a run.
   *
   * @throws homeostat.lab.UserError if it is damaged
   */
  public static ObjectNode read(RunFolder folder) {
    return JsonFile.read(folder.metadata(), "put back a copy of the file, or start a new run");
  }

  /** Notes how far the run is; written with the next heartbeat. */
  public synchronized void progress(long done, long total) {
    root.put("steps_done", done).put("steps", total);
  }

  /**
   * The run has ended.
   *
   * @param error why it failed; empty if it did not
   * @param errorFile name of the file with the stack trace; empty without one
   */
  public synchronized void end(RunStatus.State state, String error, String errorFile) {
    closed = true;
    beat.shutdownNow();
    root.put("status", RunStatus.word(state));
    root.put("end_time", now());
    if (!error.isEmpty()) {
      root.put("error", error);
    }
    if (!errorFile.isEmpty()) {
      root.put("error_file", errorFile);
    }
    write();
  }

  /** Seconds that the run has taken, those before a resume included. */
  public double seconds() {
    return earlierSeconds + ChronoUnit.MILLIS.between(start, Instant.now()) / 1000.0;
  }

  /** Ends the heartbeat; a run that was not ended before stays {@code running}, and goes stale. */
  @Override
  public synchronized void close() {
    closed = true;
    beat.shutdownNow();
  }

  /** Text of a JSON value as all our files have it. */
  public static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree can always be written", e);
    }
  }

  private synchronized void live(Consumer<String> note) {
    root.put("status", RunStatus.word(RunStatus.State.RUNNING));
    root.put("host", Machine.host());
    root.put("pid", ProcessHandle.current().pid());
    write();
    beat.scheduleWithFixedDelay(
        () -> beat(note), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  private synchronized void beat(Consumer<String> note) {
    if (closed) {
      return;
    }
    try {
      write();
    } catch (UncheckedIOException e) {
      note.accept("the heartbeat in " + file + " could not be written: " + e.getMessage());
    }
  }

  private void write() {
    root.put("heartbeat", now());
    root.put("duration_seconds", seconds());
    WholeFile.write(file, text(root));
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
