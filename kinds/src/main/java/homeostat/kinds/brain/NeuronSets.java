package homeostat.kinds.brain;

import homeostat.connectome.CellTypes;
import homeostat.connectome.brain.Annotations;
import homeostat.connectome.brain.Brain;
import homeostat.lab.UserError;
import homeostat.lab.config.Nearest;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sets of neurons as users name them: by id ({@code 720575940624963786}), by cell type ({@code
 * "MN9"}), by name where neurons have names, or by any other column of what is known ({@code
 * "neuropil:GNG"}, {@code "class:gustatory"}). {@code *} in a name stands for any text.
 */
public final class NeuronSets {
  private final Brain brain;
  private final Map<Long, Integer> byId = new HashMap<>();
  private final Map<String, Integer> byLabel = new HashMap<>();

  /** Sets of this brain. */
  public NeuronSets(Brain brain) {
    this.brain = brain;
  }

  /**
   * The neurons that any of the terms names, ascending.
   *
   * @param key where the terms stand, for messages
   * @throws UserError for each term that names none, with the nearest name
   */
  public int[] select(String key, List<String> terms) {
    BitSet chosen = new BitSet(brain.neurons());
    List<String> mistakes =
        terms.stream()
            .map(term -> add(term.strip(), chosen::set).map(problem -> key + ": " + problem))
            .flatMap(Optional::stream)
            .toList();
    if (!mistakes.isEmpty()) {
      throw new UserError(mistakes);
    }
    return chosen.stream().toArray();
  }

  /** The one neuron of an id, or of a name where neurons have names. */
  public OptionalInt neuron(String label) {
    if (byLabel.isEmpty()) {
      for (int i = 0; i < brain.neurons(); i++) {
        byLabel.put(brain.label(i), i);
      }
    }
    Integer neuron = byLabel.get(label);
    return neuron == null ? OptionalInt.empty() : OptionalInt.of(neuron);
  }

  /** What is wrong with a term, if anything. */
  private Optional<String> add(String term, IntConsumer to) {
    CellTypes names = brain.annotations().columns().get(Annotations.NAME);
    if (names != null && names.names().stream().anyMatch(pattern(term).asMatchPredicate())) {
      return addOfColumn(Annotations.NAME, term, to);
    }
    if (term.matches("-?\\d+")) {
      return addId(term, to);
    }
    int colon = term.indexOf(':');
    return colon < 0
        ? addOfColumn(Annotations.TYPE, term, to).map(problem -> unknown(term, problem))
        : addOfColumn(term.substring(0, colon), term.substring(colon + 1), to);
  }

  /** The problem of a term that is no type, where it might have been a name. */
  private String unknown(String term, String problem) {
    CellTypes names = brain.annotations().columns().get(Annotations.NAME);
    return names == null
        ? problem
        : "no neuron has name or type \""
            + term
            + "\""
            + Nearest.of(term, names.names())
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("");
  }

  private Optional<String> addOfColumn(String column, String name, IntConsumer to) {
    CellTypes known = brain.annotations().columns().get(column);
    if (known == null) {
      return Optional.of(
          "\""
              + column
              + ":"
              + name
              + "\": nothing is known of \""
              + column
              + "\" here; known are "
              + brain.annotations().names());
    }
    Pattern pattern = pattern(name);
    boolean[] matches = new boolean[known.names().size()];
    boolean any = false;
    for (int t = 0; t < matches.length; t++) {
      matches[t] = pattern.matcher(known.names().get(t)).matches();
      any |= matches[t];
    }
    if (!any) {
      return Optional.of(
          "no neuron has "
              + column
              + " \""
              + name
              + "\""
              + Nearest.of(name, known.names())
                  .map(near -> "; did you mean \"" + near + "\"?")
                  .orElse(""));
    }
    for (int i = 0; i < brain.neurons(); i++) {
      if (matches[known.index()[i]]) {
        to.accept(i);
      }
    }
    return Optional.empty();
  }

  /** {@code *} is any text. */
  private static Pattern pattern(String name) {
    return Pattern.compile(
        List.of(name.split("\\*", -1)).stream()
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  private Optional<String> addId(String term, IntConsumer to) {
    if (byId.isEmpty()) {
      long[] ids = brain.ids().ids();
      for (int i = 0; i < ids.length; i++) {
        byId.put(ids[i], i);
      }
    }
    try {
      Integer neuron = byId.get(Long.parseLong(term));
      if (neuron != null) {
        to.accept(neuron);
        return Optional.empty();
      }
    } catch (NumberFormatException e) {
      return Optional.of("\"" + term + "\" is no 64-bit id");
    }
    return Optional.of(
        "no neuron has id "
            + term
            + "; this brain has "
            + brain.neurons()
            + ", the first is "
            + brain.label(0)
            + " (ids change from release to release)");
  }
}
