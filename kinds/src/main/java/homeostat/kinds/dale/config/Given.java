package homeostat.kinds.dale.config;

import java.util.Optional;
import java.util.OptionalDouble;

/** A number that may be given. */
final class Given {
  private Given() {}

  static OptionalDouble of(Optional<Double> number) {
    return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
