package homeostat.lab.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.array.Sha256;
import homeostat.lab.Row;
import homeostat.lab.record.RowJson;

/**
 * What became of a cell.
 *
 * @param cell its name
 * @param identity fingerprint of its config
 * @param completed whether it reached its end
 * @param message why not; empty if it did
 * @param values its headline numbers; empty if it failed
 */
record CellResult(String cell, Sha256 identity, boolean completed, String message, Row values) {

  static CellResult completed(Cell cell, Row values) {
    return new CellResult(cell.name(), cell.job().identity(), true, "", values);
  }

  static CellResult failed(Cell cell, String message) {
    return new CellResult(cell.name(), cell.job().identity(), false, message, new Row());
  }

  /** As one line of {@code results.jsonl}. */
  String line() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("cell", cell);
    node.put("identity", identity.hex());
    node.put("status", status());
    node.put("message", message);
    node.set("values", RowJson.object(values));
    return node + "\n";
  }

  static CellResult of(JsonNode node) {
    return new CellResult(
        node.path("cell").asText(),
        new Sha256(node.path("identity").asText()),
        node.path("status").asText().equals("completed"),
        node.path("message").asText(),
        RowJson.row(node.path("values")));
  }

  String status() {
    return completed ? "completed" : "failed";
  }
}
