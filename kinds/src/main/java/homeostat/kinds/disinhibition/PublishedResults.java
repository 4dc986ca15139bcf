package homeostat.kinds.disinhibition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.kinds.image.figures.EpochTable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code results.json} as the published program writes it, an array over epochs a metric. Date and
 * wall-clock time are left to metadata.json and summary.json.
 *
 * @param epochs the metrics of every epoch
 */
record PublishedResults(EpochTable epochs) {

  String json() {
    Map<String, String> names = new LinkedHashMap<>();
    String taught = epochs.has("train_closed_loop_loss") ? "train_closed_loop" : "train_open_loop";
    names.put("train_CL_loss", taught + "_loss");
    names.put("train_CL_accuracy", taught + "_accuracy");
    names.put("train_CL_avg_solver_steps", "avg_solver_steps");
    names.put("train_CL_weight_norm", "weight_norm");
    names.put("train_OL_loss", "train_OL_loss");
    names.put("train_OL_accuracy", "train_OL_accuracy");
    names.put("valid_loss", "valid_loss");
    names.put("valid_accuracy", "valid_accuracy");
    names.put("test_loss", "test_loss");
    names.put("test_accuracy", "test_accuracy");
    ObjectNode results = JsonNodeFactory.instance.objectNode();
    names.forEach((published, ours) -> {
      if (epochs.has(ours)) {
        ArrayNode values = results.putArray(published);
        for (double value : epochs.column(ours)) {
          values.add(value);
        }
      }
    });
    return results.toPrettyString() + "\n";
  }
}
