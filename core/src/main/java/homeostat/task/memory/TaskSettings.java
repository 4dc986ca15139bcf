package homeostat.task.memory;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The settings of a task by name: numbers and texts.
 *
 * @param numbers number settings; truth values are 0 and 1
 * @param texts settings of other kinds
 */
public record TaskSettings(Map<String, Double> numbers, Map<String, String> texts) {

  /** Copies the maps. */
  public TaskSettings {
    numbers = new TreeMap<>(numbers);
    texts = new TreeMap<>(texts);
  }

  /** A number, or what it is without a setting. */
  public double number(String name, double otherwise) {
    return numbers.getOrDefault(name, otherwise);
  }

  /** A whole number, or what it is without a setting. */
  public int integer(String name, int otherwise) {
    double value = number(name, otherwise);
    if (value != Math.rint(value)) {
      throw new IllegalArgumentException(name + " is " + value + "; it must be a whole number");
    }
    return (int) value;
  }

  /** A truth value, or what it is without a setting. */
  public boolean flag(String name, boolean otherwise) {
    return number(name, otherwise ? 1 : 0) != 0;
  }

  /** A text, where there is one. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /**
   * Complains about settings that a task does not have.
   *
   * @throws IllegalArgumentException naming the setting and those there are
   */
  public TaskSettings allowing(String... names) {
    TreeSet<String> known = new TreeSet<>(java.util.List.of(names));
    TreeSet<String> given = new TreeSet<>(numbers.keySet());
    given.addAll(texts.keySet());
    given.removeAll(known);
    if (!given.isEmpty()) {
      throw new IllegalArgumentException(
          "the task has no setting '" + given.first() + "'; it has " + String.join(", ", known));
    }
    return this;
  }
}
