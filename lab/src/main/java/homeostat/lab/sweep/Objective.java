package homeostat.lab.sweep;

import homeostat.lab.Row;
import homeostat.lab.config.Key;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A section {@code [[grid.objective]]}: what makes a cell good. The score of a cell is the weighted
 * sum of its objectives, and the smallest score wins,
 *
 * <pre>
 *   with a target:     |value - target| / max(|target|, 1e-9)
 *   without a target:  the value itself
 * </pre>
 *
 * @param name headline number of a cell
 * @param target what it should be
 * @param weight its share in the score
 */
public record Objective(
    @Key("Headline number of a cell, a column of results.csv.") String name,
    @Key("What it should be; without it, the smaller the better.") Optional<Double> target,
    @Key(value = "Share in the score.", or = "1.0") double weight) {
  private static final double SMALLEST = 1e-9;

  /** The part of the score that a cell gets here; empty if the cell does not have the number. */
  private OptionalDouble part(Row values) {
    if (!(values.asMap().get(name) instanceof Number number)
        || Double.isNaN(number.doubleValue())) {
      return OptionalDouble.empty();
    }
    double value = number.doubleValue();
    return OptionalDouble.of(
        weight
            * target.map(t -> Math.abs(value - t) / Math.max(Math.abs(t), SMALLEST)).orElse(value));
  }

  /** The score of a cell; empty if some number is missing. */
  static OptionalDouble score(List<Objective> objectives, Row values) {
    double sum = 0;
    for (Objective objective : objectives) {
      OptionalDouble part = objective.part(values);
      if (part.isEmpty()) {
        return part;
      }
      sum += part.getAsDouble();
    }
    return OptionalDouble.of(sum);
  }

  /** What to say of names that no cell has; empty if there are none. */
  static Optional<String> unknown(List<Objective> objectives, Collection<String> names) {
    List<String> missing =
        objectives.stream().map(Objective::name).filter(name -> !names.contains(name)).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "no ranking: no cell has a number "
                + String.join(", ", missing)
                + " (grid.objective); there are "
                + String.join(", ", names));
  }
}
