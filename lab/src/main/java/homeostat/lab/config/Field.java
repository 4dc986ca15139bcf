package homeostat.lab.config;

import java.util.Optional;

/**
 * A component of a config record.
 *
 * @param name its key
 * @param type its type
 * @param key what the record says of it
 * @param fallback its default, if it has one
 */
record Field(String name, Type type, Key key, Optional<Node> fallback) {

  /** Whether a missing key is a mistake (a missing section is asked for each of its keys). */
  boolean required() {
    return fallback.isEmpty() && !(type instanceof Type.Maybe) && !(type instanceof Type.Nested);
  }

  String words() {
    return Type.words(type, key.unit());
  }
}
