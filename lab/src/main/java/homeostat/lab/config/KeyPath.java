package homeostat.lab.config;

import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;

/**
 * The dotted path of a key.
 *
 * @param names from the outermost section to the key
 */
public record KeyPath(List<String> names) {
  /** The path of the whole file. */
  public static final KeyPath ROOT = new KeyPath(List.of());

  public KeyPath {
    names = List.copyOf(names);
  }

  /** A path that the program itself names; no name in it holds a dot. */
  public static KeyPath of(String dotted) {
    return dotted.isEmpty() ? ROOT : new KeyPath(List.of(dotted.split("\\.", -1)));
  }

  /** A key within this section. */
  public KeyPath child(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new KeyPath(longer);
  }

  /** The section around this key; the root is its own. */
  public KeyPath parent() {
    return names.isEmpty() ? this : new KeyPath(names.subList(0, names.size() - 1));
  }

  /** The key's own name; empty for the root. */
  public String last() {
    return names.isEmpty() ? "" : names.getLast();
  }

  /** Whether this key is the other one or lies within it. */
  public boolean within(KeyPath other) {
    return names.size() >= other.names.size()
        && names.subList(0, other.names.size()).equals(other.names);
  }

  /** This path with the leading {@code from} replaced by {@code to}. */
  public KeyPath moved(KeyPath from, KeyPath to) {
    List<String> moved = new ArrayList<>(to.names);
    moved.addAll(names.subList(from.names.size(), names.size()));
    return new KeyPath(moved);
  }

  /** Whether some name of it is the user's choice. */
  boolean open() {
    return names.contains(NAME);
  }

  /** The section in which the user chooses names. */
  KeyPath aroundName() {
    return new KeyPath(names.subList(0, names.indexOf(NAME)));
  }

  /** This path of the schema with a name that a user chose. */
  KeyPath named(String name) {
    return new KeyPath(names.stream().map(one -> one.equals(NAME) ? name : one).toList());
  }

  /** Dotted, with quotes where TOML needs them. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(bare(name) ? name : "\"" + Toml.tomlEscape(name) + "\"");
    }
    return String.join(".", parts);
  }

  private static boolean bare(String name) {
    return name.matches("[A-Za-z0-9_-]+") || name.equals(NAME);
  }

  /** Stands for a name that the user chooses, in paths of the schema. */
  static final String NAME = "<name>";
}
