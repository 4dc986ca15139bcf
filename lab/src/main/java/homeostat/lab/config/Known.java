package homeostat.lab.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys that a file may have, to answer an unknown one with. */
final class Known {
  /** More names than this do not help. */
  private static final int LISTED = 12;

  private final List<KeyPath> paths = new ArrayList<>();

  Known(List<SchemaKey> keys) {
    for (SchemaKey key : keys) {
      paths.add(key.path());
      paths.addAll(key.also());
    }
  }

  /** What to write instead of an unknown key, as the tail of a message. */
  String instead(String unknown) {
    KeyPath path = KeyPath.of(unknown.replaceAll("\\[\\d+]", "." + KeyPath.NAME));
    List<String> answers = new ArrayList<>();
    near(path).ifPresent(name -> answers.add("did you mean " + name + "?"));
    Set<String> elsewhere = new LinkedHashSet<>();
    for (KeyPath known : paths) {
      if (known.last().equals(path.last()) && !fits(known.parent(), path.parent())) {
        elsewhere.add(place(known.parent()));
      }
    }
    if (!elsewhere.isEmpty()) {
      answers.add(path.last() + " is a key of " + String.join(", ", elsewhere));
    }
    if (answers.isEmpty()) {
      Set<String> here = new LinkedHashSet<>(siblings(path).keySet());
      if (!here.isEmpty()) {
        boolean all = here.size() <= LISTED;
        answers.add(
            (all ? "keys of " : "some keys of ")
                + place(path.parent())
                + ": "
                + String.join(", ", here.stream().limit(LISTED).toList()));
      }
    }
    return answers.isEmpty() ? "" : "; " + String.join("; ", answers);
  }

  /** Whether some key lies within a path. */
  boolean leads(String section) {
    KeyPath path = KeyPath.of(section);
    return paths.stream().anyMatch(known -> known.within(path) && !known.equals(path));
  }

  private Optional<String> near(KeyPath path) {
    Map<String, KeyPath> siblings = siblings(path);
    Optional<String> here = Nearest.of(path.last(), siblings.keySet());
    if (here.isPresent()) {
      return here.map(name -> path.parent().child(name).toString());
    }
    boolean exact = paths.stream().anyMatch(known -> known.last().equals(path.last()));
    if (exact || path.last().length() < 4) {
      return Optional.empty();
    }
    Map<String, KeyPath> names = new LinkedHashMap<>();
    paths.forEach(known -> names.putIfAbsent(known.last(), known));
    return Nearest.of(path.last(), names.keySet())
        .flatMap(name -> Optional.ofNullable(names.get(name)))
        .map(KeyPath::toString);
  }

  private Map<String, KeyPath> siblings(KeyPath path) {
    Map<String, KeyPath> siblings = new LinkedHashMap<>();
    for (KeyPath known : paths) {
      if (fits(known.parent(), path.parent())) {
        siblings.put(known.last(), known);
      }
    }
    return siblings;
  }

  private static boolean fits(KeyPath pattern, KeyPath path) {
    boolean fits = pattern.names().size() == path.names().size();
    for (int i = 0; fits && i < path.names().size(); i++) {
      String name = pattern.names().get(i);
      fits = name.equals(KeyPath.NAME) || name.equals(path.names().get(i));
    }
    return fits;
  }

  private static String place(KeyPath section) {
    return section.names().isEmpty() ? "the file itself" : "[" + section + "]";
  }
}
