package homeostat.lab.config;

/** What to do about a TOML syntax error. */
final class SyntaxHint {
  private SyntaxHint() {}

  static String of(String message, String text, int line) {
    String here = text.lines().skip(line - 1L).findFirst().orElse("").strip();
    int equals = here.indexOf('=');
    String value = equals < 0 ? "" : here.substring(equals + 1).strip();
    if (message.contains("previously defined")) {
      return "; keep one of them";
    }
    if (value.matches("(?i)true\\b.*|false\\b.*")) {
      return "; write true and false in lower case";
    }
    if (message.contains("expected a value") && value.matches("[-+]?\\.\\d.*")) {
      return "; write a zero before the point";
    }
    if (value.matches("[-+]?\\d[\\d_]*\\.(\\D.*)?")) {
      return "; write a zero behind the point";
    }
    if (value.matches("[-+]?\\d[\\d_.]*\\s*[A-Za-z%]+.*")) {
      return "; write the number alone, without its unit";
    }
    if (message.contains("expected a value") && value.matches("[A-Za-z].*")) {
      return "; a text needs quotes: key = \"text\"";
    }
    if (here.matches("[\\w.\\-\"]+\\s*:.*")) {
      return "; write key = value";
    }
    if (message.contains("expected ]")) {
      return "; close the bracket";
    }
    if (message.contains("expected \"") || message.contains("expected '")) {
      return "; close the quotes";
    }
    return "; a line is key = value, [section] or # comment";
  }
}
