package homeostat.lab.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a config before it is bound to a record, with its origin. Immutable. */
sealed interface Node {
  Origin origin();

  Node at(Origin origin);

  /**
   * A value that holds no others.
   *
   * @param value {@link String}, {@link Long}, {@link Double}, {@link Boolean} or a date
   * @param raw the text of a command line argument, else empty
   */
  record Scalar(Object value, String raw, Origin origin) implements Node {
    @Override
    public Scalar at(Origin other) {
      return new Scalar(value, raw, other);
    }
  }

  /** A list. */
  record Items(List<Node> items, Origin origin) implements Node {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Items at(Origin other) {
      return new Items(items, other);
    }
  }

  /** A table: a section, a dotted prefix or an inline table. */
  record Section(Map<String, Node> entries, Origin origin) implements Node {
    public Section {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static Section empty() {
      return new Section(Map.of(), new Origin.Default());
    }

    @Override
    public Section at(Origin other) {
      return new Section(entries, other);
    }

    Optional<Node> find(KeyPath path) {
      Node node = this;
      for (String name : path.names()) {
        Node next = node instanceof Section section ? section.entries.get(name) : null;
        if (next == null) {
          return Optional.empty();
        }
        node = next;
      }
      return Optional.of(node);
    }

    /** With a value at a path; sections on the way are made, and a value in the way is replaced. */
    Section with(KeyPath path, Node node) {
      Map<String, Node> changed = new LinkedHashMap<>(entries);
      String name = path.names().getFirst();
      if (path.names().size() == 1) {
        changed.put(name, node);
      } else {
        KeyPath rest = new KeyPath(path.names().subList(1, path.names().size()));
        Section inner =
            entries.get(name) instanceof Section section
                ? section
                : new Section(Map.of(), node.origin());
        changed.put(name, inner.with(rest, node));
      }
      return new Section(changed, origin);
    }

    /** Without a key, and without the sections that it leaves empty. */
    Section without(KeyPath path) {
      if (find(path).isEmpty()) {
        return this;
      }
      Map<String, Node> changed = new LinkedHashMap<>(entries);
      String name = path.names().getFirst();
      changed.remove(name);
      if (path.names().size() > 1 && entries.get(name) instanceof Section section) {
        KeyPath rest = new KeyPath(path.names().subList(1, path.names().size()));
        Section inner = section.without(rest);
        if (!inner.entries.isEmpty()) {
          changed = new LinkedHashMap<>(entries);
          changed.put(name, inner);
        }
      }
      return new Section(changed, origin);
    }
  }

  /** Whether both say the same, wherever they stand; 1 and 1.0 do. */
  static boolean same(Node a, Node b) {
    return switch (a) {
      case Scalar x ->
          b instanceof Scalar y
              && (x.value.equals(y.value)
                  || (x.value instanceof Number p
                      && y.value instanceof Number q
                      && p.doubleValue() == q.doubleValue()));
      case Items x -> {
        boolean same = b instanceof Items y && x.items.size() == y.items.size();
        for (int i = 0; same && i < x.items.size(); i++) {
          same = same(x.items.get(i), ((Items) b).items.get(i));
        }
        yield same;
      }
      case Section x -> {
        boolean same = b instanceof Section y && x.entries.keySet().equals(y.entries.keySet());
        for (Map.Entry<String, Node> entry : x.entries.entrySet()) {
          Optional<Node> other =
              same ? ((Section) b).find(KeyPath.ROOT.child(entry.getKey())) : Optional.empty();
          same = other.isPresent() && same(entry.getValue(), other.get());
        }
        yield same;
      }
    };
  }
}
