package homeostat.lab.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** TOML text and the tree of values: reading with positions, writing exactly. */
final class TomlText {
  /** How deep lists and sections may nest: far beyond any config, far below the stack's end. */
  private static final int DEEPEST = 64;

  private final String file;
  private final Findings findings;

  private TomlText(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /** Reads a file's text; adds every syntax error. */
  static Node.Section read(String text, String file, Findings findings) {
    int deep = depth(text);
    if (deep > 0) {
      findings.add(
          new Origin.InFile(file, deep, 1, ""),
          KeyPath.ROOT,
          "brackets nest deeper than " + DEEPEST + "; a bracket or a quote is not closed");
      return Node.Section.empty();
    }
    TomlParseResult result = Toml.parse(text);
    for (TomlParseError error : result.errors()) {
      TomlPosition position = error.position();
      String message = String.valueOf(error.getMessage());
      findings.add(
          new Origin.InFile(file, position.line(), position.column(), ""),
          KeyPath.ROOT,
          message + SyntaxHint.of(message, text, position.line()));
    }
    return new TomlText(file, findings).section(result, "", new Origin.Default(), 0);
  }

  /**
   * Reads one value as it would stand behind a key; empty if it is none.
   *
   * @param origin of the value and of everything in it
   */
  static Optional<Node> value(String text, Origin origin) {
    if (depth(text) > 0) {
      return Optional.empty();
    }
    TomlParseResult result = Toml.parse("v = " + text);
    Object value = result.get(List.of("v"));
    if (result.hasErrors() || value == null || result.size() != 1) {
      return Optional.empty();
    }
    Findings findings = new Findings("");
    Node node = new TomlText("", findings).node(value, "", null, 0);
    return findings.clean() ? Optional.of(spread(node, origin, text.strip())) : Optional.empty();
  }

  private static Node spread(Node node, Origin origin, String raw) {
    return switch (node) {
      case Node.Scalar scalar -> new Node.Scalar(scalar.value(), raw, origin);
      case Node.Items items ->
          new Node.Items(
              items.items().stream().map(item -> spread(item, origin, "")).toList(), origin);
      case Node.Section section -> {
        Map<String, Node> entries = new LinkedHashMap<>();
        section.entries().forEach((name, entry) -> entries.put(name, spread(entry, origin, "")));
        yield new Node.Section(entries, origin);
      }
    };
  }

  /** The line where brackets nest too deep for the parser's recursion, or 0. */
  private static int depth(String text) {
    int depth = 0;
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '[', '{' -> depth++;
        case ']', '}' -> depth = Math.max(0, depth - 1);
        case '\n' -> line++;
        default -> {}
      }
      if (depth > DEEPEST) {
        return line;
      }
    }
    return 0;
  }

  private Node.Section section(TomlTable table, String key, Origin origin, int depth) {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (depth > DEEPEST) {
      findings.add(origin, KeyPath.ROOT, "sections nest deeper than " + DEEPEST);
      return new Node.Section(entries, origin);
    }
    for (String name : table.keySet()) {
      Object value = table.get(List.of(name));
      if (value != null) {
        String bare = new KeyPath(List.of(name)).toString();
        String dotted = key.isEmpty() ? bare : key + "." + bare;
        entries.put(name, node(value, dotted, table.inputPositionOf(List.of(name)), depth + 1));
      }
    }
    return new Node.Section(entries, origin);
  }

  private Node node(Object value, String key, @Nullable TomlPosition position, int depth) {
    Origin origin =
        position == null
            ? new Origin.Default()
            : new Origin.InFile(file, position.line(), position.column(), key);
    return switch (value) {
      case TomlTable table -> section(table, key, origin, depth);
      case TomlArray array -> {
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
          items.add(node(array.get(i), key + "[" + i + "]", array.inputPositionOf(i), depth + 1));
        }
        yield new Node.Items(items, origin);
      }
      default -> new Node.Scalar(value, "", origin);
    };
  }

  /** A value as TOML on one line; reading it back gives the same value, bit for bit. */
  static String write(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar(scalar.value());
      case Node.Items items ->
          "[" + String.join(", ", items.items().stream().map(TomlText::write).toList()) + "]";
      case Node.Section section -> {
        List<String> parts = new ArrayList<>();
        section
            .entries()
            .forEach((name, entry) -> parts.add(new KeyPath(List.of(name)) + " = " + write(entry)));
        yield parts.isEmpty() ? "{}" : "{ " + String.join(", ", parts) + " }";
      }
    };
  }

  private static String scalar(Object value) {
    return switch (value) {
      case String text -> "\"" + Toml.tomlEscape(text) + "\"";
      case Double number when number.isNaN() -> "nan";
      case Double number when number.isInfinite() -> number > 0 ? "inf" : "-inf";
      default -> value.toString();
    };
  }
}
