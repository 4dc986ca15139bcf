package homeostat.lab.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import homeostat.lab.Row;

/**
 * A {@link Row} as a JSON object that keeps its types: NaN is null, an infinity is 1e999 (which
 * every reader of doubles takes for infinity), a double always has a point or an exponent.
 */
public final class RowJson {
  private RowJson() {}

  /** The object of a row. */
  public static ObjectNode object(Row row) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    row.asMap()
        .forEach((name, value) -> {
          switch (value) {
            case Double d when d.isNaN() -> node.putNull(name);
            case Double d when d.isInfinite() ->
                node.putRawValue(name, new RawValue(d > 0 ? "1e999" : "-1e999"));
            case Double d -> node.put(name, d);
            case Long l -> node.put(name, l);
            default -> node.put(name, value.toString());
          }
        });
    return node;
  }

  /** The row of an object that {@link #object} made. */
  public static Row row(JsonNode object) {
    Row row = new Row();
    object
        .properties()
        .forEach(entry -> {
          JsonNode value = entry.getValue();
          if (value.isNull()) {
            row.put(entry.getKey(), Double.NaN);
          } else if (value.isIntegralNumber()) {
            row.put(entry.getKey(), value.longValue());
          } else if (value.isNumber()) {
            row.put(entry.getKey(), value.doubleValue());
          } else {
            row.put(entry.getKey(), value.asText());
          }
        });
    return row;
  }
}
