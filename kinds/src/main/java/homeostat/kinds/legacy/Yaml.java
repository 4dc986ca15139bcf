package homeostat.kinds.legacy;

import homeostat.lab.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of YAML that configuration folders are written in: nested keys by indentation, scalars,
 * lists in brackets or with dashes, comments. Scalars stay as they are written, without quotes.
 *
 * @param values by dotted key; lists as {@code [a, b]}
 * @param defaults the entries of a top-level list named {@code defaults}, as {@code key: value} or
 *     one word
 * @param header the comment on top that begins with {@code @package}, or empty
 */
public record Yaml(Map<String, String> values, List<String> defaults, String header) {
  private static final String DEFAULTS = "defaults";
  private static final String PACKAGE = "@package";

  /**
   * Reads a text.
   *
   * @param file for complaints
   * @throws UserError naming the line that is not of this part of YAML
   */
  public static Yaml parse(Path file, List<String> lines) {
    return new Reader(file, lines).read();
  }

  private static final class Reader {
    private final Path file;
    private final List<String> lines;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> defaults = new ArrayList<>();
    private final List<Integer> indents = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private String header = "";

    Reader(Path file, List<String> lines) {
      this.file = file;
      this.lines = lines;
    }

    Yaml read() {
      for (int i = 0; i < lines.size(); i++) {
        String whole = lines.get(i);
        if (whole.strip().startsWith("#") && whole.contains(PACKAGE) && values.isEmpty()) {
          header = whole.substring(whole.indexOf(PACKAGE) + PACKAGE.length()).strip();
        }
        String line = uncommented(whole);
        if (!line.isBlank() && !line.strip().equals("---")) {
          one(line, i + 1);
        }
      }
      return new Yaml(values, defaults, header);
    }

    private void one(String line, int number) {
      if (line.contains("\t")) {
        throw wrong(number, "is indented by a tab; use spaces");
      }
      int indent = line.length() - line.stripLeading().length();
      String text = line.strip();
      if (text.equals("-") || text.startsWith("- ")) {
        item(text.substring(1).strip(), indent, number);
        return;
      }
      int colon = colon(text);
      if (colon < 0) {
        throw wrong(number, "\"" + text + "\" is no \"key: value\"");
      }
      while (!indents.isEmpty() && indents.getLast() >= indent) {
        indents.removeLast();
        names.removeLast();
      }
      indents.add(indent);
      names.add(unquoted(text.substring(0, colon).strip()));
      String value = text.substring(colon + 1).strip();
      if (!value.isEmpty()) {
        values.put(String.join(".", names), unquoted(value));
      }
    }

    private void item(String text, int indent, int number) {
      while (!indents.isEmpty() && indents.getLast() > indent) {
        indents.removeLast();
        names.removeLast();
      }
      String key = String.join(".", names);
      if (key.isEmpty()) {
        throw wrong(number, "is a list without a key");
      }
      if (key.equals(DEFAULTS)) {
        defaults.add(text);
        return;
      }
      String list = values.getOrDefault(key, "[]");
      String inside = list.substring(1, list.length() - 1);
      values.put(key, "[" + (inside.isEmpty() ? "" : inside + ", ") + unquoted(text) + "]");
    }

    /** The colon that ends a key: followed by a blank or the end. */
    private static int colon(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) == ':' && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
          return i;
        }
      }
      return -1;
    }

    private static String uncommented(String line) {
      char quote = 0;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (quote != 0) {
          quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
          quote = c;
        } else if (c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
          return line.substring(0, i);
        }
      }
      return line;
    }

    private static String unquoted(String text) {
      boolean quoted =
          text.length() >= 2
              && (text.charAt(0) == '"' || text.charAt(0) == '\'')
              && text.charAt(text.length() - 1) == text.charAt(0);
      return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private UserError wrong(int line, String what) {
      return new UserError(file + ":" + line + ": " + what);
    }
  }
}
