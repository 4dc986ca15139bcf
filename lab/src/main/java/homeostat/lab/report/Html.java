package homeostat.lab.report;

import java.util.List;

/** Builds a page; every text is escaped. */
final class Html {
  private final StringBuilder text = new StringBuilder();

  /** Opens an element; {@code attributes} are name, value, name, value. */
  Html open(String element, String... attributes) {
    tag(element, attributes);
    text.append('>');
    return this;
  }

  Html close(String element) {
    text.append("</").append(element).append(">\n");
    return this;
  }

  /** An element around a text. */
  Html add(String element, String content, String... attributes) {
    return open(element, attributes).say(content).close(element);
  }

  /** An element without content. */
  Html single(String element, String... attributes) {
    tag(element, attributes);
    text.append("/>\n");
    return this;
  }

  /** A text. */
  Html say(String content) {
    text.append(escaped(content));
    return this;
  }

  /** A table with a heading row; the first cell of each row heads the row. */
  Html table(List<String> heading, List<List<String>> rows) {
    open("div", "class", "wide").open("table").open("thead").open("tr");
    heading.forEach(cell -> add("th", cell, "scope", "col"));
    close("tr").close("thead").open("tbody");
    for (List<String> row : rows) {
      open("tr");
      add("th", row.getFirst(), "scope", "row");
      row.stream().skip(1).forEach(cell -> add("td", cell));
      close("tr");
    }
    return close("tbody").close("table").close("div");
  }

  /** Our own style sheet, as it is. */
  Html style(String css) {
    text.append("<style>\n").append(css).append("</style>\n");
    return this;
  }

  Html doctype() {
    text.append("<!DOCTYPE html>\n");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void tag(String element, String... attributes) {
    text.append('<').append(element);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escaped(attributes[i + 1])).append('"');
    }
  }

  /** Control characters have no place in a page. */
  private static String escaped(String content) {
    StringBuilder out = new StringBuilder(content.length() + 16);
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append(c);
        default -> out.append(c < ' ' || c == 0x7f || c >= 0xfffe ? '\ufffd' : c);
      }
    }
    return out.toString();
  }
}
