package homeostat.kinds.disinhibition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.kinds.image.figures.EpochTable;
import java.util.List;

/**
 * {@code results.json} as the published program writes it, an array over epochs a metric. Date and
 * wall-clock time are left to metadata.json and summary.json.
 *
 * @param epochs the metrics of every epoch
 */
record PublishedResults(EpochTable epochs) {

  String json() {
    ObjectNode results = JsonNodeFactory.instance.objectNode();
    String taught = epochs.has("train_closed_loop_loss") ? "train_closed_loop" : "train_open_loop";
    part("train_CL", taught, "avg_solver_steps", "weight_norm", results);
    for (String judged : List.of("train_OL", "valid", "test")) {
      part(judged, judged, "", "", results);
    }
    return results.toPrettyString() + "\n";
  }

  /** Four metrics of a part; what it has no column for is 0, as published. */
  private void part(String name, String ours, String steps, String norm, ObjectNode results) {
    if (epochs.has(ours + "_loss")) {
      column(name + "_loss", ours + "_loss", results);
      column(name + "_accuracy", ours + "_accuracy", results);
      column(name + "_avg_solver_steps", steps, results);
      column(name + "_weight_norm", norm, results);
    }
  }

  private void column(String name, String ours, ObjectNode results) {
    ArrayNode values = results.putArray(name);
    int count = epochs.column("epoch").length;
    for (double value : epochs.has(ours) ? epochs.column(ours) : new double[count]) {
      values.add(value);
    }
  }
}
