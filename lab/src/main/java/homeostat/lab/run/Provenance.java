package homeostat.lab.run;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.lab.UserError;
import homeostat.lab.Version;
import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.InputFiles;
import homeostat.lab.record.Metadata;
import homeostat.lab.record.Metrics;
import homeostat.lab.record.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Compares a run that is to go on with what it began as. */
final class Provenance {
  private Provenance() {}

  /**
   * Refuses a run whose config or inputs are others than at its beginning; tells of a kernel
   * provider or version that may change bits.
   */
  static void check(RunFolder folder, Job job, String kernel, Consumer<String> note) {
    JsonNode began = Metadata.read(folder);
    List<String> mistakes = new ArrayList<>();
    if (!began.path("identity").asText().equals(job.identity().hex())) {
      mistakes.add(
          folder.config()
              + ": the config is another than when the run began; undo the change, or start a new"
              + " run with it");
    }
    mistakes.addAll(InputFiles.changes(began.path("inputs"), folder));
    if (!mistakes.isEmpty()) {
      throw new UserError(mistakes);
    }
    differs(note, "kernel provider", began.path("kernel").asText(), kernel);
    differs(note, "version", began.path("version").asText(), Version.ours());
  }

  /** Why a checkpoint cannot be gone on from; empty if it can. */
  static String objection(RunFolder folder, Job job, Checkpoint checkpoint) {
    if (!checkpoint.identity().equals(job.identity())) {
      return "it belongs to a run with another config";
    }
    if (!Metrics.reaches(folder, checkpoint.log())) {
      return folder.jsonl() + " does not begin as it did when the checkpoint was written";
    }
    return "";
  }

  /** Reads a checkpoint that the user named. */
  static Checkpoint named(RunFolder folder, Job job, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          file + ": no such checkpoint; those of this run are in " + folder.checkpoints());
    }
    Checkpoint checkpoint = Checkpoint.read(file);
    String objection = objection(folder, job, checkpoint);
    if (!objection.isEmpty()) {
      throw new UserError(file + ": " + objection + "; name a checkpoint of this run");
    }
    return checkpoint;
  }

  private static void differs(Consumer<String> note, String what, String then, String now) {
    if (!then.equals(now)) {
      note.accept(
          "the run began with "
              + what
              + " '"
              + then
              + "' and goes on with '"
              + now
              + "': the last bits may differ from those of an uninterrupted run");
    }
  }
}
