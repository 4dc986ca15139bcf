package homeostat.lab.sweep;

import homeostat.lab.UserError;
import homeostat.lab.config.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several values behind one key of a command line: {@code 42..45}, {@code 1,2}. */
final class AxisArgument {
  private static final Pattern RANGE = Pattern.compile("\\s*(-?\\d{1,15})\\.\\.(-?\\d{1,15})\\s*");

  private AxisArgument() {}

  /**
   * The values that a text holds: whole numbers from one to another, or what commas outside
   * brackets and quotes separate; one value if there are none.
   *
   * @throws UserError if a range is empty or too long
   */
  static List<TomlValue> values(String key, String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return split(text).stream().map(TomlValue::of).toList();
    }
    long from = Long.parseLong(range.group(1));
    long to = Long.parseLong(range.group(2));
    if (from > to || to - from >= Points.MOST) {
      throw new UserError(
          "command line: "
              + key
              + ": "
              + text.strip()
              + (from > to ? " is empty; the smaller number comes first" : " is too long"));
    }
    List<TomlValue> values = new ArrayList<>();
    for (long i = from; i <= to; i++) {
      values.add(new TomlValue(Long.toString(i)));
    }
    return values;
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\' && quote == '"') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
