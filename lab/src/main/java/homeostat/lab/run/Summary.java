package homeostat.lab.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.lab.Row;
import homeostat.lab.record.Checkpoints;
import homeostat.lab.record.JsonFile;
import homeostat.lab.record.Machine;
import homeostat.lab.record.Metadata;
import homeostat.lab.record.RowJson;
import homeostat.lab.record.RunFolder;
import homeostat.lab.record.WholeFile;
import java.nio.file.Files;

/**
 * {@code summary.json}: the headline numbers of a run under their own names, and below {@code run}
 * what it took.
 */
public final class Summary {
  private Summary() {}

  /**
   * Writes it.
   *
   * @param steps of the whole run
   * @param seconds that it took, those before a resume included
   */
  public static void write(
      RunFolder folder, Row headline, Job job, long steps, double seconds, String kernel) {
    ObjectNode root = RowJson.object(headline);
    ObjectNode run = root.putObject("run");
    run.put("kind", job.kind());
    run.put("seed", job.settings().seed());
    run.put("steps", steps);
    run.put("wall_seconds", seconds);
    Machine.peakBytes().ifPresent(bytes -> run.put("peak_bytes", bytes));
    run.put("estimated_bytes", job.estimate().bytes());
    run.put("kernel", kernel);
    WholeFile.write(folder.summary(), Metadata.text(root));
  }

  /** The headline numbers of a run that has completed; none before. */
  public static Row read(RunFolder folder) {
    if (!Files.exists(folder.summary())) {
      return new Row();
    }
    ObjectNode root =
        JsonFile.read(
            folder.summary(),
            "make it anew with: homeostat resume "
                + folder.path()
                + " from="
                + new Checkpoints(folder.checkpoints()).latest());
    root.remove("run");
    return RowJson.row(root);
  }
}
