package homeostat.lab.config;

import java.util.List;

/**
 * Writes a resolved config as a file that runs again: every value with its origin behind it.
 * Reading it back gives equal records.
 */
final class ResolvedWriter {
  /** Comments stand below each other as far as values are not longer than this. */
  private static final int COMMENT_COLUMN = 44;

  private ResolvedWriter() {}

  static String write(String kind, List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    text.append("# Resolved config: every value with its origin. It runs as it is.\n");
    text.append("kind = \"").append(kind).append("\"\n");
    entries.stream().filter(entry -> entry.path().names().size() == 1).forEach(e -> line(text, e));
    KeyPath section = KeyPath.ROOT;
    for (Entry entry : entries) {
      if (entry.path().names().size() == 1) {
        continue;
      }
      if (!entry.path().parent().equals(section)) {
        section = entry.path().parent();
        text.append("\n[").append(section).append("]\n");
      }
      line(text, entry);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, Entry entry) {
    String name = KeyPath.ROOT.child(entry.path().last()).toString();
    if (entry.set()) {
      String value = name + " = " + entry.value();
      String comment = entry.origin().label().replaceAll("\\p{Cntrl}", "?");
      text.append(value)
          .repeat(' ', Math.max(1, COMMENT_COLUMN - value.length()))
          .append("# ")
          .append(comment)
          .append('\n');
    } else {
      text.append("# ").append(name).append(" is not set\n");
    }
  }
}
