package homeostat.lab.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists every value of a bound section, values before sections, in the order of the schema. */
final class Entries {
  private final List<Entry> entries = new ArrayList<>();

  static List<Entry> of(Schema schema, Node node, KeyPath path) {
    Entries walk = new Entries();
    walk.record(schema, (Node.Section) node, path);
    return walk.entries;
  }

  private void record(Schema schema, Node.Section section, KeyPath path) {
    for (Field field : schema.fields()) {
      Optional<Node> node = section.find(KeyPath.ROOT.child(field.name()));
      if (node.isEmpty()) {
        add(field, path.child(field.name()), "", new Origin.Default());
      } else if (!deep(field.type(), node.get())) {
        value(field, node.get(), path.child(field.name()));
      }
    }
    for (Field field : schema.fields()) {
      Optional<Node> node = section.find(KeyPath.ROOT.child(field.name()));
      if (node.isPresent() && deep(field.type(), node.get())) {
        inner(field, field.type(), (Node.Section) node.get(), path.child(field.name()));
      }
    }
  }

  private void inner(Field field, Type type, Node.Section section, KeyPath path) {
    switch (Type.plain(type)) {
      case Type.Nested nested -> record(nested.schema(), section, path);
      case Type.Named named -> {
        for (Map.Entry<String, Node> entry : section.entries().entrySet()) {
          if (!deep(named.element(), entry.getValue())) {
            value(field, entry.getValue(), path.child(entry.getKey()));
          }
        }
        for (Map.Entry<String, Node> entry : section.entries().entrySet()) {
          if (deep(named.element(), entry.getValue())) {
            Node.Section deeper = (Node.Section) entry.getValue();
            inner(field, named.element(), deeper, path.child(entry.getKey()));
          }
        }
      }
      default -> value(field, section, path);
    }
  }

  /** Whether a value is written as a section of its own; an empty one is {@code {}}. */
  private static boolean deep(Type type, Node node) {
    boolean section =
        Type.plain(type) instanceof Type.Nested || Type.plain(type) instanceof Type.Named;
    return section && node instanceof Node.Section s && !s.entries().isEmpty();
  }

  private void value(Field field, Node node, KeyPath path) {
    boolean untouched = node.origin() instanceof Origin.Default && !field.key().inert().isEmpty();
    if (!untouched) {
      add(field, path, TomlText.write(node), node.origin());
    }
  }

  private void add(Field field, KeyPath path, String value, Origin origin) {
    if (!value.isEmpty() || field.key().inert().isEmpty()) {
      entries.add(new Entry(path, value, origin, field.key().unit(), field.key().value()));
    }
  }
}
