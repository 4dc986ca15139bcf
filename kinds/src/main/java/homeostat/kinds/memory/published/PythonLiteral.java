package homeostat.kinds.memory.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.lab.UserError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Python's literals, read without evaluating anything: dictionaries, lists, tuples, numbers, quoted
 * texts, True, False and None (and their JSON spellings). Anything else is refused.
 */
public final class PythonLiteral {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

  private final String text;
  private final String place;
  private int at;

  private PythonLiteral(String text, String place) {
    this.text = text;
    this.place = place;
  }

  /**
   * Reads one literal.
   *
   * @param place what messages call the text: file, line and key
   * @throws UserError with the place and what stands there
   */
  public static JsonNode parse(String text, String place) {
    PythonLiteral literal = new PythonLiteral(text, place);
    JsonNode value = literal.value();
    literal.blanks();
    if (literal.at < text.length()) {
      throw literal.mistake("'" + literal.rest() + "' follows after the end");
    }
    return value;
  }

  private JsonNode value() {
    blanks();
    if (at == text.length()) {
      throw mistake("a value is missing");
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> dictionary();
      case '[' -> list(']');
      case '(' -> list(')');
      case '"', '\'' -> NODES.textNode(quoted(c));
      default -> Character.isLetter(c) ? word() : number();
    };
  }

  private ObjectNode dictionary() {
    ObjectNode all = NODES.objectNode();
    at++;
    while (!closes('}')) {
      blanks();
      char quote = at < text.length() ? text.charAt(at) : ' ';
      if (quote != '"' && quote != '\'') {
        throw mistake("a key in quotes is due before '" + rest() + "'");
      }
      String key = quoted(quote);
      blanks();
      if (at == text.length() || text.charAt(at) != ':') {
        throw mistake("':' is due after '" + key + "'");
      }
      at++;
      if (all.has(key)) {
        throw mistake("'" + key + "' stands there twice");
      }
      all.set(key, value());
      separator('}');
    }
    return all;
  }

  private ArrayNode list(char close) {
    ArrayNode all = NODES.arrayNode();
    at++;
    while (!closes(close)) {
      all.add(value());
      separator(close);
    }
    return all;
  }

  private boolean closes(char close) {
    blanks();
    if (at == text.length()) {
      throw mistake("'" + close + "' is missing");
    }
    if (text.charAt(at) == close) {
      at++;
      return true;
    }
    return false;
  }

  private void separator(char close) {
    blanks();
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
    } else if (at == text.length() || text.charAt(at) != close) {
      throw mistake("',' or '" + close + "' is due before '" + rest() + "'");
    }
  }

  private String quoted(char quote) {
    StringBuilder out = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == quote) {
        at++;
        return out.toString();
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        out.append(
            switch (text.charAt(at)) {
              case 'n' -> '\n';
              case 't' -> '\t';
              default -> text.charAt(at);
            });
      } else {
        out.append(c);
      }
    }
    throw mistake("a text is not closed with " + quote);
  }

  private JsonNode word() {
    Matcher word = WORD.matcher(text).region(at, text.length());
    String name = word.lookingAt() ? word.group() : "";
    at += name.length();
    return switch (name) {
      case "True", "true" -> NODES.booleanNode(true);
      case "False", "false" -> NODES.booleanNode(false);
      case "None", "null" -> NODES.nullNode();
      default ->
          throw mistake(
              "'" + name + "' is no literal; nothing is evaluated here, write the value itself");
    };
  }

  private JsonNode number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw mistake("'" + rest() + "' is no number, text, list or dictionary");
    }
    at = number.end();
    String digits = number.group();
    boolean whole = digits.chars().allMatch(c -> Character.isDigit(c) || c == '+' || c == '-');
    try {
      return whole
          ? NODES.numberNode(Long.parseLong(digits))
          : NODES.numberNode(Double.parseDouble(digits));
    } catch (NumberFormatException e) {
      throw mistake(digits + " does not fit in 64 bits");
    }
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String rest() {
    String rest = text.substring(at).strip();
    return rest.length() > 20 ? rest.substring(0, 20) + "..." : rest;
  }

  private UserError mistake(String what) {
    return new UserError(place + ", character " + (at + 1) + ": " + what);
  }

  /** How Python prints a value: {@code 1e-06}, {@code 'relu'}, {@code (0.1, 3)}, {@code True}. */
  public static String python(JsonNode value) {
    if (value.isTextual()) {
      return "'" + value.textValue().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
    if (value.isBoolean()) {
      return value.booleanValue() ? "True" : "False";
    }
    if (value.isNull()) {
      return "None";
    }
    if (value.isIntegralNumber()) {
      return value.asText();
    }
    if (value.isNumber()) {
      return python(value.doubleValue());
    }
    List<String> parts = new ArrayList<>();
    value.forEach(part -> parts.add(python(part)));
    return "[" + String.join(", ", parts) + "]";
  }

  /** A tuple of values as Python prints it. */
  public static String tuple(List<JsonNode> values) {
    List<String> parts = values.stream().map(PythonLiteral::python).toList();
    return "(" + String.join(", ", parts) + (parts.size() == 1 ? ",)" : ")");
  }

  /** The shortest digits, with an exponent of two digits below 1e-4 and from 1e16. */
  private static String python(double value) {
    if (value != 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e16)) {
      BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
      String plain = digits.unscaledValue().abs().toString();
      int exponent = plain.length() - 1 - digits.scale();
      String mantissa = plain.length() == 1 ? plain : plain.charAt(0) + "." + plain.substring(1);
      return (value < 0 ? "-" : "")
          + mantissa
          + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
    String plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }
}
