package homeostat.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of a resolved {@code config.toml}.
 *
 * @param key with its sections, joined by dots
 * @param value as it stands in the file
 * @param origin from the comment behind it; empty without one
 */
record ConfigLine(String key, String value, String origin) {
  private static final Pattern SECTION = Pattern.compile("\\[+\\s*([^\\[\\]]+?)\\s*\\]+\\s*(#.*)?");
  private static final Pattern PAIR =
      Pattern.compile("((?:\"[^\"]*\"|'[^']*'|[^\\s=\"'#])+)\\s*=\\s*(.*)");

  /** The values of a resolved file, which holds one a line. */
  static List<ConfigLine> read(String text) {
    List<ConfigLine> lines = new ArrayList<>();
    String section = "";
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      Matcher heading = SECTION.matcher(line);
      Matcher pair = PAIR.matcher(line);
      if (heading.matches()) {
        section = heading.group(1) + ".";
      } else if (pair.matches()) {
        String rest = pair.group(2);
        int comment = comment(rest);
        lines.add(
            new ConfigLine(
                section + pair.group(1),
                rest.substring(0, comment).strip(),
                comment < rest.length() ? rest.substring(comment + 1).strip() : ""));
      }
    }
    return List.copyOf(lines);
  }

  /** Where the comment begins: the first # outside quotes, or the end. */
  private static int comment(String text) {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == '"' && c == '\\') {
        i++;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && c == '#') {
        return i;
      }
    }
    return text.length();
  }
}
