package homeostat.lab.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives the mistakes that a kind finds the places of the keys they name. */
final class Placed implements Problems {
  private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})]");
  private final Node.Section root;
  private final Findings findings;

  Placed(Node.Section root, Findings findings) {
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
