package homeostat.kinds.lyapunov.connectome;

import java.util.Locale;
import java.util.OptionalInt;

/** Transmitters, by their names and by the short ones of portals. */
final class Transmitters {
  /** What stands where nothing is known. */
  static final String UNKNOWN = "neither";

  private Transmitters() {}

  /** The whole name, in lower case. */
  static String full(String label) {
    String lower = label.strip().toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "ach" -> "acetylcholine";
      case "glut", "glu" -> "glutamate";
      case "ser", "5ht" -> "serotonin";
      case "oct" -> "octopamine";
      case "da" -> "dopamine";
      default -> lower;
    };
  }

  /** The sign of a sender's synapses; none for transmitters that modulate or are not known. */
  static OptionalInt sign(String label, boolean glutamateInhibits) {
    return switch (full(label)) {
      case "acetylcholine" -> OptionalInt.of(1);
      case "gaba" -> OptionalInt.of(-1);
      case "glutamate" -> OptionalInt.of(glutamateInhibits ? -1 : 1);
      default -> OptionalInt.empty();
    };
  }
}
