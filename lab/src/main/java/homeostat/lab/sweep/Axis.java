package homeostat.lab.sweep;

import homeostat.kernel.Stream;
import homeostat.lab.UserError;
import homeostat.lab.config.TomlValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key that a sweep varies.
 *
 * @param path the key, with indices for an element
 * @param values its values; empty if any value between the ends may be drawn
 * @param span the ends
 * @param when where it does not hold, the axis is left out
 */
record Axis(String path, List<TomlValue> values, Optional<Span> span, Optional<Condition> when) {
  /** Digits of a value that was computed: enough for any use, few enough for a name. */
  private static final MathContext STEP = new MathContext(12);

  private static final MathContext DRAW = new MathContext(6);

  Axis {
    values = List.copyOf(values);
  }

  /** Two ends and how values lie between them. */
  record Span(double from, double to, boolean log) {
    double at(double fraction) {
      return log
          ? StrictMath.exp(StrictMath.log(from) * (1 - fraction) + StrictMath.log(to) * fraction)
          : from * (1 - fraction) + to * fraction;
    }
  }

  /** An axis over values. */
  static Axis of(String path, List<TomlValue> values) {
    return new Axis(path, values, Optional.empty(), Optional.empty());
  }

  /**
   * An axis of a file.
   *
   * @param place of it, for messages
   * @throws UserError if it says too little, too much, or what cannot be
   */
  static Axis of(Grid.AxisKeys keys, boolean random, String place) {
    Optional<Condition> when = keys.when().map(text -> Condition.parse(text, place + ".when"));
    boolean ends = keys.from().isPresent() || keys.to().isPresent() || keys.steps().isPresent();
    if (keys.values().isPresent()) {
      if (ends) {
        throw new UserError(place + ": has values and also from, to or steps; keep one of them");
      }
      if (keys.values().get().isEmpty()) {
        throw new UserError(place + ".values: is empty; give at least one value");
      }
      return new Axis(keys.path(), keys.values().get(), Optional.empty(), when);
    }
    boolean enough = keys.from().isPresent() && keys.to().isPresent();
    if (!enough || (keys.steps().isEmpty() && !random)) {
      throw new UserError(place + ": has too little; give values, or from, to and steps");
    }
    double from = keys.from().get();
    double to = keys.to().get();
    boolean log = keys.spacing() == Grid.Spacing.LOG;
    if (!Double.isFinite(from) || !Double.isFinite(to) || (log && !(from > 0 && to > 0))) {
      throw new UserError(
          place
              + ": cannot go from "
              + from
              + " to "
              + to
              + (log ? "; both ends must be above 0 for log" : "; both ends must be finite"));
    }
    Span span = new Span(from, to, log);
    List<TomlValue> values = new ArrayList<>();
    int steps = keys.steps().orElse(0);
    for (int i = 0; i < steps; i++) {
      boolean last = i == steps - 1;
      values.add(number(i == 0 ? from : last ? to : span.at(i / (steps - 1.0)), STEP));
    }
    return new Axis(keys.path(), values, Optional.of(span), when);
  }

  /** The value of a random point. */
  TomlValue draw(long seed, int sample) {
    double u = Stream.of(seed, "sweep " + path).uniform(sample);
    return values.isEmpty()
        ? number(span.orElseThrow().at(u), DRAW)
        : values.get((int) (u * values.size()));
  }

  private static TomlValue number(double value, MathContext digits) {
    double rounded = new BigDecimal(value).round(digits).doubleValue();
    boolean whole = rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15;
    return new TomlValue(whole ? Long.toString((long) rounded) : Double.toString(rounded));
  }
}
