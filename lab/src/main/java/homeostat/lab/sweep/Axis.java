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

  /**
   * Two ends and how values lie between them.
   *
   * @param whole whether only whole numbers are drawn, both ends among them
   */
  record Span(double from, double to, boolean log, boolean whole) {
    double at(double fraction) {
      return log
          ? StrictMath.exp(StrictMath.log(from) * (1 - fraction) + StrictMath.log(to) * fraction)
          : from * (1 - fraction) + to * fraction;
    }

    /** Each whole number stands for the values from it up to the next. */
    private TomlValue draw(double fraction) {
      if (!whole) {
        return number(at(fraction), DRAW);
      }
      double drawn = Math.floor(new Span(from, to + 1, log, false).at(fraction));
      return new TomlValue(Long.toString((long) Math.clamp(drawn, from, to)));
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
    if (log && !(from > 0 && to > 0)) {
      throw new UserError(
          place + ": cannot go from " + from + " to " + to + "; both ends must be above 0 for log");
    }
    Span span = new Span(from, to, log, false);
    List<TomlValue> values = new ArrayList<>();
    int steps = keys.steps().orElse(0);
    for (int i = 0; i < steps; i++) {
      boolean last = i == steps - 1;
      values.add(number(i == 0 ? from : last ? to : span.at(i / (steps - 1.0)), STEP));
    }
    return new Axis(keys.path(), values, Optional.of(span), when);
  }

  /**
   * The same axis for a key that holds a whole number; changes only what is drawn between ends.
   *
   * @throws UserError if no whole number lies between the ends
   */
  Axis ofWholeNumbers() {
    if (!values.isEmpty()) {
      return this;
    }
    Span ends = span.orElseThrow();
    double low = Math.ceil(Math.min(ends.from(), ends.to()));
    double high = Math.floor(Math.max(ends.from(), ends.to()));
    if (low > high) {
      throw new UserError(
          "grid: "
              + path
              + " is a whole number, and there is none from "
              + ends.from()
              + " to "
              + ends.to());
    }
    return new Axis(path, values, Optional.of(new Span(low, high, ends.log(), true)), when);
  }

  /** A value that the key could have, to learn what the key holds. */
  TomlValue sample() {
    return values.isEmpty() ? number(span.orElseThrow().from(), DRAW) : values.getFirst();
  }

  /** The value of a random point. */
  TomlValue draw(long seed, int sample) {
    double u = Stream.of(seed, "sweep " + path).uniform(sample);
    return values.isEmpty() ? span.orElseThrow().draw(u) : values.get((int) (u * values.size()));
  }

  private static TomlValue number(double value, MathContext digits) {
    double rounded = new BigDecimal(value).round(digits).doubleValue();
    boolean whole = rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15;
    return new TomlValue(whole ? Long.toString((long) rounded) : Double.toString(rounded));
  }
}
