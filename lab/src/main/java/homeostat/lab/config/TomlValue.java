package homeostat.lab.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A value of any type, for a key whose type depends on what it is used for (the values of an axis).
 *
 * @param text as it would stand in a file
 */
public record TomlValue(String text) {

  /** What a text means behind {@code key=}: TOML, or else a bare word. */
  public static TomlValue of(String text) {
    Origin origin = new Origin.Default();
    Node node =
        TomlText.value(text, origin).orElseGet(() -> new Node.Scalar(text.strip(), "", origin));
    return new TomlValue(TomlText.write(node));
  }

  /** Its elements, if it is a list. */
  public Optional<List<TomlValue>> elements() {
    return TomlText.value(text, new Origin.Default())
        .filter(Node.Items.class::isInstance)
        .map(node -> ((Node.Items) node).items())
        .map(items -> items.stream().map(item -> new TomlValue(TomlText.write(item))).toList());
  }

  /** Its number, if it is one. */
  public OptionalDouble number() {
    return scalar() instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  /** A text without its quotes; anything else as it stands in a file. */
  public String plain() {
    return scalar() instanceof String string ? string : text;
  }

  /** Whether both say the same; 1 and 1.0 do. */
  public boolean same(TomlValue other) {
    OptionalDouble a = number();
    OptionalDouble b = other.number();
    return a.isPresent() && b.isPresent()
        ? a.getAsDouble() == b.getAsDouble()
        : plain().equals(other.plain());
  }

  private Object scalar() {
    return TomlText.value(text, new Origin.Default())
        .filter(Node.Scalar.class::isInstance)
        .map(node -> ((Node.Scalar) node).value())
        .orElse(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
