package homeostat.lab.config;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What to write instead of a value of the wrong type. */
final class TypeHint {
  private static final Pattern QUANTITY =
      Pattern.compile("\\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*([^\\s0-9]*)\\s*");

  /** A list of words whose quotes a shell took away. */
  private static final Pattern BARE = Pattern.compile("\\[\\s*[\\w.-]+(?:\\s*,\\s*[\\w.-]+)*\\s*]");

  /** The items of a list without its brackets. */
  private static final Pattern OPEN = Pattern.compile("\\s*[\\w.+-]+(?:\\s*,\\s*[\\w.+-]+)+\\s*");

  private TypeHint() {}

  static String of(Type type, String unit, Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar(Type.plain(type), unit, scalar);
    }
    return "";
  }

  private static boolean bare(String text) {
    return BARE.matcher(text.strip()).matches();
  }

  private static String closed(String items, Type element) {
    boolean number = element instanceof Type.Whole || element instanceof Type.Real;
    return Arrays.stream(items.split(","))
        .map(String::strip)
        .map(item -> number ? item : '"' + item + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String scalar(Type type, String unit, Node.Scalar scalar) {
    boolean number = type instanceof Type.Whole || type instanceof Type.Real;
    if (type instanceof Type.Many && scalar.value() instanceof String list && bare(list)) {
      return "; write " + list.strip().replaceAll("[\\w.-]+", "\"$0\"") + ", in a shell within ' '";
    }
    if (type instanceof Type.Many many
        && many.container() != Type.Container.MATRIX
        && scalar.value() instanceof String list
        && OPEN.matcher(list).matches()) {
      return "; write " + closed(list, many.element()) + ", in a shell within ' '";
    }
    if (type instanceof Type.Many) {
      return "; write [" + TomlText.write(scalar) + "]";
    }
    if (type instanceof Type.Text || type instanceof Type.FilePath || type instanceof Type.Choice) {
      return "; write \"" + TomlText.write(scalar) + "\"";
    }
    if (type instanceof Type.Whole && scalar.value() instanceof Double value) {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? "; write " + value.longValue()
          : "";
    }
    if (!(scalar.value() instanceof String text)) {
      return "";
    }
    if (type instanceof Type.Flag && text.strip().matches("(?i)true|false")) {
      return "; write it in lower case without quotes";
    }
    Matcher quantity = QUANTITY.matcher(text);
    if (number && quantity.matches()) {
      String other = quantity.group(2);
      return other.isEmpty() || other.equals(unit)
          ? "; write the number alone, without quotes"
          : "; write the number alone" + (unit.isEmpty() ? "" : ", converted to " + unit);
    }
    return "";
  }
}
