package homeostat.lab.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Gives the mistakes that a kind finds the places of the keys they name. */
final class Placed implements Problems {
  private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})]");
  private final Schema schema;
  private final Node.Section root;
  private final Findings findings;

  /**
   * @param schema of the root
   * @param root with every default filled in
   */
  Placed(Schema schema, Node.Section root, Findings findings) {
    this.schema = schema;
    this.root = root;
    this.findings = findings;
  }

  @Override
  public void add(String key, String message) {
    findings.add(Findings.Sort.OTHER, origin(key), key, message);
  }

  @Override
  public void warn(String key, String message) {
    findings.warn(origin(key), key, message);
  }

  @Override
  public void unused(String key, String why) {
    KeyPath path = KeyPath.of(key);
    root.find(path).filter(Placed::given).ifPresent(node -> unused(node, path, schema.keys(), why));
  }

  /** Whether anyone wrote the value, or a value in the section. */
  private static boolean given(Node node) {
    return node instanceof Node.Section section
        ? section.entries().values().stream().anyMatch(Placed::given)
        : !(node.origin() instanceof Origin.Default);
  }

  private void unused(Node node, KeyPath path, List<SchemaKey> keys, String why) {
    if (!given(node) || usual(node, path, keys)) {
      return;
    }
    if (node instanceof Node.Section section) {
      section.entries().forEach((name, inner) -> unused(inner, path.child(name), keys, why));
    } else {
      findings.warn(node.origin(), path.toString(), "has no effect: " + why);
    }
  }

  /** Whether a value is the default of its key, which the config of an earlier run writes out. */
  private static boolean usual(Node node, KeyPath path, List<SchemaKey> keys) {
    return keys.stream()
        .filter(key -> stands(key.path(), path))
        .anyMatch(key -> same(key.fallback(), TomlText.write(node)));
  }

  /** Whether a key of the schema, with names that the user chooses, is the one at a path. */
  private static boolean stands(KeyPath key, KeyPath path) {
    List<String> names = key.names();
    return names.size() == path.names().size()
        && IntStream.range(0, names.size())
            .allMatch(
                i -> names.get(i).equals(KeyPath.NAME) || names.get(i).equals(path.names().get(i)));
  }

  private static boolean same(String fallback, String written) {
    if (fallback.equals(written)) {
      return true;
    }
    try {
      return Double.parseDouble(fallback) == Double.parseDouble(written);
    } catch (NumberFormatException e) {
      return false; // not two numbers, and not the same text
    }
  }

  private Origin origin(String key) {
    int bracket = key.indexOf('[');
    KeyPath path = KeyPath.of(bracket < 0 ? key : key.substring(0, bracket));
    Optional<Node> found = root.find(path);
    while (found.isEmpty()) {
      path = path.parent();
      found = root.find(path);
    }
    Node node = found.get();
    Matcher index = INDEX.matcher(bracket < 0 ? "" : key.substring(bracket));
    while (index.find() && node instanceof Node.Items items) {
      int i = Integer.parseInt(index.group(1));
      if (i >= items.items().size()) {
        break;
      }
      node = items.items().get(i);
    }
    return node.origin();
  }
}
