package homeostat.lab.config;

import homeostat.lab.Kind;
import homeostat.lab.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of experiment there are.
 *
 * @param list by name
 */
public record Kinds(List<Kind<?>> list) {

  /**
   * @throws UserError if two kinds have one name
   */
  public Kinds {
    List<Kind<?>> sorted = new ArrayList<>(list);
    sorted.sort(Comparator.comparing(Kind::name));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
        throw new UserError(
            "class path: two kinds are called "
                + sorted.get(i).name()
                + ": "
                + place(sorted.get(i - 1))
                + " and "
                + place(sorted.get(i))
                + "; take one off the class path");
      }
    }
    list = List.copyOf(sorted);
  }

  /**
   * Those on the class path.
   *
   * @throws UserError if a jar there is broken
   */
  public static Kinds all() {
    List<Kind<?>> kinds = new ArrayList<>();
    for (Kind<?> kind : Services.all(Kind.class)) {
      kinds.add(kind);
    }
    return new Kinds(kinds);
  }

  /** The kind of a name. */
  public Optional<Kind<?>> find(String name) {
    return list.stream().<Kind<?>>map(kind -> kind).filter(k -> k.name().equals(name)).findFirst();
  }

  /**
   * The kind of a name.
   *
   * @throws UserError that lists the names, if there is none
   */
  public Kind<?> get(String name) {
    return find(name).orElseThrow(() -> new UserError(unknown(name)));
  }

  /** What to tell of a name that no kind has. */
  String unknown(String name) {
    String near =
        Nearest.of(name, names()).map(other -> "; did you mean " + other + "?").orElse("");
    return "no kind is called \"" + name + "\"" + near + "; kinds: " + String.join(", ", names());
  }

  /** Their names. */
  public List<String> names() {
    return list.stream().map(Kind::name).toList();
  }

  /**
   * The schema of a kind.
   *
   * @throws UserError naming class and jar, if its config record is no schema
   */
  static Schema schema(Kind<?> kind) {
    try {
      Schema schema = Schema.of(kind.schema());
      for (String reserved : ConfigLoader.RESERVED) {
        if (schema.field(reserved).isPresent()) {
          throw new IllegalArgumentException("[" + reserved + "] belongs to every kind");
        }
      }
      return schema;
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "class path: the kind "
              + kind.name()
              + " has a broken config record: "
              + e.getMessage()
              + " ("
              + place(kind)
              + ")");
    }
  }

  private static String place(Kind<?> kind) {
    return Services.place(kind.getClass());
  }
}
