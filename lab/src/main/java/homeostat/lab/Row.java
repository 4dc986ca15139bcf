package homeostat.lab;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named values in order: a row of metrics, or the headline numbers of a summary. A NaN is an empty
 * cell.
 */
public final class Row {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Adds a number. */
  public Row put(String name, double value) {
    values.put(name, value);
    return this;
  }

  /** Adds a whole number. */
  public Row put(String name, long value) {
    values.put(name, value);
    return this;
  }

  /** Adds a text. */
  public Row put(String name, String value) {
    values.put(name, value);
    return this;
  }

  /** Adds all of another row. */
  public Row putAll(Row other) {
    values.putAll(other.values);
    return this;
  }

  /** Names and values ({@link Double}, {@link Long} or {@link String}), in order. */
  public Map<String, Object> asMap() {
    return values;
  }
}
