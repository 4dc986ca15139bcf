package homeostat.lab.config;

import homeostat.lab.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** What was found while a config was read, each with its place. */
final class Findings {

  /** What sort of mistake; missing and unknown keys tell which kind a file is of. */
  enum Sort {
    UNKNOWN,
    MISSING,
    OTHER
  }

  /**
   * @param keys how many keys it is about
   */
  private record Finding(Sort sort, Origin origin, Problem problem, long keys) {}

  private final String whole;
  private final Known known;
  private final List<Finding> mistakes = new ArrayList<>();
  private final LinkedHashSet<String> inert = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param whole place of mistakes that stand nowhere: the file's name, or "command line"
   */
  Findings(String whole) {
    this(whole, new Known(List.of()));
  }

  /**
   * @param known the keys to choose from where one is unknown
   */
  Findings(String whole, Known known) {
    this.whole = whole;
    this.known = known;
  }

  void add(Origin origin, KeyPath key, String message) {
    add(Sort.OTHER, origin, key.toString(), message);
  }

  void add(Sort sort, Origin origin, String key, String message) {
    add(sort, origin, key, message, 1);
  }

  private void add(Sort sort, Origin origin, String key, String message, long keys) {
    String written = origin.key().isEmpty() || sort == Sort.MISSING ? key : origin.key();
    mistakes.add(
        new Finding(sort, origin, new Problem(origin.place(whole), written, message), keys));
  }

  /** A key that the schema does not know; of a section that holds aliases, the keys in it. */
  void unknown(Node node, String path) {
    if (node instanceof Node.Section section && known.leads(path)) {
      section.entries().forEach((name, entry) -> unknown(entry, Binder.join(path, name)));
      return;
    }
    String what = node instanceof Node.Section ? "unknown section" : "unknown key";
    add(Sort.UNKNOWN, node.origin(), path, what + known.instead(path), leaves(node));
  }

  private static long leaves(Node node) {
    return node instanceof Node.Section section
        ? 1 + section.entries().values().stream().mapToLong(Findings::leaves).sum()
        : 1;
  }

  void inert(String key, String reason) {
    inert.add("accepted, no effect: " + key + " (" + reason + ")");
  }

  void note(String line) {
    notes.add(line);
  }

  void warn(Origin origin, String key, String message) {
    notes.add(new Problem(origin.place(whole), key, message).toString());
  }

  List<String> inert() {
    return List.copyOf(inert);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  boolean clean() {
    return mistakes.isEmpty();
  }

  /** Whether the keys themselves fit: nothing unknown, nothing missing. */
  boolean fits() {
    return misfits() == 0;
  }

  long misfits() {
    return mistakes.stream()
        .filter(finding -> finding.sort() != Sort.OTHER)
        .mapToLong(Finding::keys)
        .sum();
  }

  /**
   * Every mistake once, by position: places in files first, then the whole file, then arguments.
   */
  List<String> lines() {
    return mistakes.stream()
        .sorted(Comparator.comparingLong(finding -> rank(finding.origin())))
        .map(finding -> finding.problem().toString())
        .distinct()
        .toList();
  }

  private static long rank(Origin origin) {
    return switch (origin) {
      case Origin.InFile place -> ((long) place.line() << 24) + Math.min(place.column(), 1 << 23);
      case Origin.From from -> rank(from.origin());
      case Origin.Default _ -> Long.MAX_VALUE - 1;
      case Origin.CommandLine _ -> Long.MAX_VALUE;
    };
  }

  /** Throws if there is any mistake. */
  void raise() {
    if (!clean()) {
      throw new UserError(lines());
    }
  }
}
