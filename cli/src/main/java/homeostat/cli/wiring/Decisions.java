package homeostat.cli.wiring;

import homeostat.cli.Arguments;
import homeostat.connectome.brain.BrainOptions.Counted;
import homeostat.connectome.brain.BrainOptions.Unknown;
import homeostat.connectome.format.ReadOptions;
import homeostat.lab.UserError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The decisions of {@link ReadOptions} as settings of a command line. */
final class Decisions {
  /** What a file means; every action takes them. */
  static final Set<String> FORM = Set.of(WiringFile.ORIENTATION, "layout", "header", "array");

  /** What of a file is taken. */
  static final Set<String> CONTENT =
      Set.of("self_loops", "signed", "types", "minimum", "counted", "unknown");

  private Decisions() {}

  /** Some keys with those of {@link #FORM}. */
  static Set<String> with(String... keys) {
    Set<String> all = new TreeSet<>(FORM);
    all.addAll(Set.of(keys));
    return all;
  }

  static ReadOptions of(Arguments given) {
    ReadOptions options = ReadOptions.defaults();
    Optional<String> orientation =
        Optional.ofNullable(given.settings().get(WiringFile.ORIENTATION));
    if (orientation.isPresent()) {
      options = options.with(WiringFile.orientation(orientation.get()));
    }
    if (!Numbers.truth(given, "self_loops", true)) {
      options = options.withoutSelfLoops();
    }
    if (!Numbers.truth(given, "signed", true)) {
      options = options.unsigned();
    }
    options = options.with(one(given, "layout", "auto", names(ReadOptions.Layout.values())));
    options = options.with(one(given, "header", "auto", names(ReadOptions.Header.values())));
    if (given.settings().containsKey("array")) {
      options = options.ofArray(given.settings().get("array"));
    }
    if (given.settings().containsKey("types")) {
      options =
          options.ofEdgeTypes(
              Arrays.stream(given.settings().get("types").toLowerCase(Locale.ROOT).split(","))
                  .map(String::strip)
                  .collect(Collectors.toSet()));
    }
    return options
        .from(
            Numbers.decimal(given, "minimum", 0, 0),
            one(given, "counted", "after", names(Counted.values())))
        .with(one(given, "unknown", "excite", names(Unknown.values())));
  }

  private static <E extends Enum<E>> Map<String, E> names(E[] values) {
    return Arrays.stream(values)
        .collect(Collectors.toMap(value -> value.name().toLowerCase(Locale.ROOT), value -> value));
  }

  /** One of the words that a setting may be. */
  static <T> T one(Arguments given, String key, String usual, Map<String, T> words) {
    String text = given.settings().getOrDefault(key, usual);
    T value = words.get(text);
    if (value == null) {
      throw new UserError(
          key + "=" + text + ": must be " + String.join(" or ", new TreeSet<>(words.keySet())));
    }
    return value;
  }
}
