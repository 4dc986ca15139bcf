package homeostat.lab.sweep;

import homeostat.lab.UserError;
import homeostat.lab.config.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comparisons of keys with values, all of which must hold: {@code a.b < 0.5 and a.mode == "x"}.
 *
 * @param place where it stands, for messages
 */
record Condition(List<Term> terms, String place) {
  private static final Pattern TERM =
      Pattern.compile("\\s*([^\\s<>=!]+)\\s*(==|!=|<=|>=|<|>)\\s*(\\S.*?)\\s*");

  /** One comparison. */
  record Term(String key, String operator, TomlValue value) {}

  /**
   * Reads a condition.
   *
   * @throws UserError if it is none
   */
  static Condition parse(String text, String place) {
    List<Term> terms = new ArrayList<>();
    for (String part : text.split("\\s+and\\s+", -1)) {
      Matcher matcher = TERM.matcher(part);
      if (!matcher.matches()) {
        throw new UserError(
            place
                + ": \""
                + part
                + "\" is no comparison; write key == value, with ==, !=, <, <=, > or >=, joined by"
                + " and");
      }
      terms.add(new Term(matcher.group(1), matcher.group(2), TomlValue.of(matcher.group(3))));
    }
    return new Condition(List.copyOf(terms), place);
  }

  /**
   * Whether it holds.
   *
   * @param lookup the value of a key, if it has one
   * @throws UserError if a key has none, or an order is asked of what has none
   */
  boolean holds(Function<String, Optional<TomlValue>> lookup) {
    boolean all = true;
    for (Term term : terms) {
      TomlValue value =
          lookup
              .apply(term.key())
              .orElseThrow(() -> new UserError(place + ": " + term.key() + " has no value here"));
      all &= holds(term, value);
    }
    return all;
  }

  private boolean holds(Term term, TomlValue value) {
    switch (term.operator()) {
      case "==" -> {
        return value.same(term.value());
      }
      case "!=" -> {
        return !value.same(term.value());
      }
      default -> {}
    }
    OptionalDouble a = value.number();
    OptionalDouble b = term.value().number();
    if (a.isEmpty() || b.isEmpty()) {
      throw new UserError(
          place
              + ": "
              + value
              + " "
              + term.operator()
              + " "
              + term.value()
              + " compares no numbers");
    }
    double order = Double.compare(a.getAsDouble(), b.getAsDouble());
    return switch (term.operator()) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }
}
