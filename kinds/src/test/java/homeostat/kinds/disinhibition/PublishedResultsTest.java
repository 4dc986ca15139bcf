package homeostat.kinds.disinhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import homeostat.kinds.image.figures.EpochTable;
import homeostat.lab.Row;
import org.junit.jupiter.api.Test;

class PublishedResultsTest {
  @Test
  void everyPartHasTheFourPublishedMetrics() throws Exception {
    EpochTable epochs = new EpochTable();
    for (int epoch = 1; epoch <= 2; epoch++) {
      epochs.add(
          new Row()
              .put("epoch", epoch)
              .put("train_open_loop_loss", 0.5 / epoch)
              .put("train_open_loop_accuracy", 80.0)
              .put("test_loss", 0.75)
              .put("test_accuracy", 70.0 + epoch)
              .put("weight_norm", 3.0));
    }
    JsonNode results = new ObjectMapper().readTree(new PublishedResults(epochs).json());
    assertEquals("[0.5,0.25]", results.get("train_CL_loss").toString());
    assertEquals("[0.0,0.0]", results.get("train_CL_avg_solver_steps").toString());
    assertEquals("[3.0,3.0]", results.get("train_CL_weight_norm").toString());
    assertEquals("[71.0,72.0]", results.get("test_accuracy").toString());
    assertEquals("[0.0,0.0]", results.get("test_weight_norm").toString());
    assertFalse(results.has("valid_loss"), "nothing was kept apart");
  }
}
