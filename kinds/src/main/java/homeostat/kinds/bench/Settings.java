package homeostat.kinds.bench;

import homeostat.lab.UserError;
import java.util.List;
import java.util.Map;

/**
 * The settings of a workload as they stand on the command line.
 *
 * @param subject the workload, for messages
 * @param values every key with its value
 */
public record Settings(String subject, Map<String, String> values) {

  /** A text; a key that the workload lacks is a bug. */
  public String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("bench " + subject + " has no key " + key);
    }
    return value;
  }

  /** A whole number. */
  public int whole(String key, int lowest, int highest) {
    long value = number(key);
    if (value < lowest || value > highest) {
      throw wrong(key, "is out of range: " + lowest + " to " + highest);
    }
    return (int) value;
  }

  /** A whole number of any size. */
  public long number(String key) {
    try {
      return Long.parseLong(text(key));
    } catch (NumberFormatException e) {
      throw wrong(key, "is no whole number");
    }
  }

  /** A number from 0 to 1. */
  public double fraction(String key) {
    return decimal(key, 0, 1);
  }

  /** A number in a range. */
  public double decimal(String key, double lowest, double highest) {
    double value;
    try {
      value = Double.parseDouble(text(key));
    } catch (NumberFormatException e) {
      throw wrong(key, "is no number");
    }
    if (!(value >= lowest && value <= highest)) {
      throw wrong(key, "is out of range: " + lowest + " to " + highest);
    }
    return value;
  }

  /** One of some words. */
  public String word(String key, List<String> choices) {
    if (!choices.contains(text(key))) {
      throw wrong(key, "is none of " + String.join(", ", choices));
    }
    return text(key);
  }

  private UserError wrong(String key, String problem) {
    return new UserError("bench " + subject + ": " + key + " = " + text(key) + " " + problem);
  }
}
