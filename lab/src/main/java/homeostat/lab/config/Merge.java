package homeostat.lab.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings aliases, arguments and published keys of {@code [run]} into one tree of values. */
final class Merge {
  private final Schema schema;
  private final Findings findings;
  private final List<SchemaKey> keys;
  private final Set<String> runKeys;

  Merge(Schema schema, Schema run, Findings findings) {
    this.schema = schema;
    this.findings = findings;
    this.keys = schema.keys();
    this.runKeys = Set.copyOf(run.fields().stream().map(Field::name).toList());
  }

  Node.Section all(Node.Section file, List<Argument> arguments) {
    Node.Section root = aliases(file);
    Map<List<Object>, Argument> given = new HashMap<>();
    for (Argument argument : arguments) {
      Argument before =
          given.putIfAbsent(List.of(canonical(argument.path()), argument.indices()), argument);
      if (before != null && !Node.same(before.node(), argument.node())) {
        conflict(argument.node(), before.node(), argument.path());
      }
      root = apply(root, argument);
    }
    return feeds(root);
  }

  private Node.Section aliases(Node.Section file) {
    Node.Section root = file;
    for (SchemaKey key : keys) {
      for (KeyPath alias : key.also()) {
        for (String name : names(root, alias)) {
          root = alias(root, alias.named(name), key.path().named(name));
        }
      }
    }
    return root;
  }

  private Node.Section alias(Node.Section root, KeyPath alias, KeyPath path) {
    return root.find(alias).map(given -> merge(root.without(alias), path, given)).orElse(root);
  }

  /** The names that a file gives where an alias leaves one open; any one where it does not. */
  private static List<String> names(Node.Section root, KeyPath alias) {
    if (!alias.open()) {
      return List.of("");
    }
    return root.find(alias.aroundName()).orElse(root) instanceof Node.Section section
        ? List.copyOf(section.entries().keySet())
        : List.of();
  }

  /** Adds a value; where one stands already and says something else, that is a mistake. */
  private Node.Section merge(Node.Section root, KeyPath path, Node node) {
    Optional<Node> there = root.find(path);
    if (there.isEmpty()) {
      return put(root, path, node);
    }
    Node.Section merged = root;
    if (node instanceof Node.Section section && there.get() instanceof Node.Section) {
      for (Map.Entry<String, Node> entry : section.entries().entrySet()) {
        merged = merge(merged, path.child(entry.getKey()), entry.getValue());
      }
    } else if (!Node.same(there.get(), node)) {
      conflict(node, there.get(), path);
    }
    return merged;
  }

  /** Adds a value; not where a value stands in the place of a section, which is told when bound. */
  private static Node.Section put(Node.Section root, KeyPath path, Node node) {
    return blocking(root, path).isPresent() ? root : root.with(path, node);
  }

  private void conflict(Node one, Node other, KeyPath path) {
    findings.add(
        one.origin(),
        path,
        TomlText.write(one)
            + " here, but "
            + other.origin().key()
            + " = "
            + TomlText.write(other)
            + " ("
            + other.origin().label()
            + ") means the same; keep one of them");
  }

  private Node.Section apply(Node.Section before, Argument argument) {
    KeyPath path = canonical(argument.path());
    Node.Section root = before;
    Optional<Node> fallback = Optional.empty();
    Optional<KeyPath> defaulted = defaulted(path, argument.indices().isEmpty());
    if (defaulted.isPresent() && root.find(defaulted.get()).isEmpty()) {
      fallback = fallback(defaulted.get());
    }
    if (fallback.isPresent()) {
      root = root.with(defaulted.orElse(path), fallback.get());
    }
    Optional<Node> blocking = blocking(root, path);
    if (blocking.isPresent()) {
      findings.add(
          argument.node().origin(),
          path,
          "cannot be set: a section on the way is the value " + TomlText.write(blocking.get()));
      return root;
    }
    if (!argument.indices().isEmpty()) {
      return element(root, path, argument);
    }
    return set(root, path, argument.node());
  }

  /** Sets a value; the keys of a section one by one, so that {@code a={b=1}} is {@code a.b=1}. */
  private static Node.Section set(Node.Section root, KeyPath path, Node node) {
    Node.Section changed = root;
    if (node instanceof Node.Section section
        && root.find(path).orElse(node) instanceof Node.Section there
        && root.find(path).isPresent()) {
      for (Map.Entry<String, Node> entry : section.entries().entrySet()) {
        changed = set(changed, path.child(entry.getKey()), entry.getValue());
      }
      return there.entries().isEmpty() && section.entries().isEmpty() ? root : changed;
    }
    return changed.with(path, node);
  }

  private Node.Section element(Node.Section root, KeyPath path, Argument argument) {
    Optional<Node> list = root.find(path);
    if (list.isEmpty()) {
      findings.add(
          argument.node().origin(),
          path,
          "has no value of which to change an element; give all of it");
      return root;
    }
    Optional<Node> changed = changed(list.get(), argument, 0);
    return changed.map(node -> root.with(path, node)).orElse(root);
  }

  private Optional<Node> changed(Node node, Argument argument, int level) {
    if (level == argument.indices().size()) {
      return Optional.of(argument.node());
    }
    int index = argument.indices().get(level);
    if (!(node instanceof Node.Items items) || index >= items.items().size()) {
      String what =
          node instanceof Node.Items items
              ? "no element "
                  + index
                  + ": the list has "
                  + items.items().size()
                  + ", counted from 0"
              : "no element " + index + ": " + TomlText.write(node) + " is no list";
      findings.add(argument.node().origin(), argument.path(), what);
      return Optional.empty();
    }
    return changed(items.items().get(index), argument, level + 1)
        .map(element -> {
          List<Node> elements = new ArrayList<>(items.items());
          elements.set(index, element);
          return new Node.Items(elements, argument.node().origin());
        });
  }

  /** The path under which the schema has a key that a user names. */
  KeyPath canonical(KeyPath path) {
    for (SchemaKey key : keys) {
      for (KeyPath alias : key.also()) {
        int open = alias.names().indexOf(KeyPath.NAME);
        String name = open < 0 || open >= path.names().size() ? "" : path.names().get(open);
        if (path.within(alias.named(name))) {
          return path.moved(alias.named(name), key.path().named(name));
        }
      }
    }
    boolean shorthand =
        path.names().size() == 1
            && schema.field(path.last()).isEmpty()
            && runKeys.contains(path.last());
    return shorthand ? KeyPath.of("run").child(path.last()) : path;
  }

  /** The key on the way to a path (itself excluded, if asked) that has a default of its own. */
  private Optional<KeyPath> defaulted(KeyPath path, boolean strictly) {
    for (SchemaKey key : keys) {
      boolean inner = path.within(key.path()) && !(strictly && path.equals(key.path()));
      if (inner && !key.fallback().isEmpty()) {
        return Optional.of(key.path());
      }
    }
    return Optional.empty();
  }

  private Optional<Node> fallback(KeyPath path) {
    Schema around = schema;
    for (String name : path.parent().names()) {
      Optional<Field> field = around.field(name);
      if (field.isEmpty() || !(Type.plain(field.get().type()) instanceof Type.Nested nested)) {
        return Optional.empty();
      }
      around = nested.schema();
    }
    return around.field(path.last()).flatMap(Field::fallback);
  }

  private static Optional<Node> blocking(Node.Section root, KeyPath path) {
    for (int n = 1; n < path.names().size(); n++) {
      Optional<Node> node = root.find(new KeyPath(path.names().subList(0, n)));
      if (node.isPresent() && !(node.get() instanceof Node.Section)) {
        return node;
      }
    }
    return Optional.empty();
  }

  /** Keys that feed {@code [run]} and the keys there always say the same. */
  private Node.Section feeds(Node.Section merged) {
    Node.Section root = merged;
    for (String name : runKeys.stream().sorted().toList()) {
      List<SchemaKey> feeding = keys.stream().filter(key -> key.feeds().equals(name)).toList();
      if (!feeding.isEmpty()) {
        root = feed(root, KeyPath.of("run").child(name), feeding);
      }
    }
    return root;
  }

  private Node.Section feed(Node.Section merged, KeyPath target, List<SchemaKey> feeding) {
    List<KeyPath> all = new ArrayList<>(feeding.stream().map(SchemaKey::path).toList());
    all.add(target);
    List<KeyPath> given = all.stream().filter(path -> merged.find(path).isPresent()).toList();
    boolean argument = given.stream().anyMatch(path -> argument(merged, path));
    List<KeyPath> strongest =
        given.stream().filter(path -> !argument || argument(merged, path)).toList();
    if (strongest.isEmpty()) {
      return byDefault(merged, target, feeding);
    }
    KeyPath winner = strongest.getFirst();
    Node value = merged.find(winner).orElseThrow();
    Origin from = new Origin.From(winner.toString(), value.origin());
    Node.Section root = merged;
    for (KeyPath path : all) {
      Optional<Node> other = merged.find(path);
      if (strongest.contains(path)) {
        if (other.isPresent() && !Node.same(other.get(), value)) {
          conflict(other.get(), value, path);
        }
      } else if (other.isPresent() || within(schema, path, target)) {
        root = put(root, path, value.at(from));
      }
    }
    return root;
  }

  private static boolean argument(Node.Section root, KeyPath path) {
    return root.find(path).filter(n -> n.origin() instanceof Origin.CommandLine).isPresent();
  }

  /** Whether a key may be made where it is absent: not if that would make an optional section. */
  private static boolean within(Schema schema, KeyPath path, KeyPath target) {
    if (path.equals(target)) {
      return true;
    }
    Schema around = schema;
    for (String name : path.parent().names()) {
      Optional<Field> field = around.field(name);
      if (field.isEmpty() || !(field.get().type() instanceof Type.Nested nested)) {
        return false;
      }
      around = nested.schema();
    }
    return around.field(path.last()).filter(f -> !(f.type() instanceof Type.Maybe)).isPresent();
  }

  private Node.Section byDefault(Node.Section root, KeyPath target, List<SchemaKey> feeding) {
    for (SchemaKey key : feeding) {
      Optional<Node> fallback = fallback(key.path());
      if (fallback.isPresent()) {
        Origin from = new Origin.From(key.path().toString(), new Origin.Default());
        return put(root, target, fallback.get().at(from));
      }
    }
    return root;
  }
}
