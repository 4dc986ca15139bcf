package homeostat.lab.sweep;

import homeostat.lab.UserError;
import homeostat.lab.config.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the points of a grid from its axes: for each point a value by key, in axis order. */
final class Points {
  /** More points than this are a mistake. */
  static final int MOST = 100_000;

  private final List<Axis> axes;
  private final Function<String, Optional<TomlValue>> given;

  /**
   * @param given the value that a key has without any axis, for conditions
   */
  Points(List<Axis> axes, Function<String, Optional<TomlValue>> given) {
    this.axes = axes;
    this.given = given;
  }

  /** Every combination; the last axis varies fastest. */
  List<Map<String, TomlValue>> product() {
    return product(List.of(Map.of()));
  }

  /** Every combination with each of these points. */
  List<Map<String, TomlValue>> product(List<Map<String, TomlValue>> before) {
    List<Map<String, TomlValue>> points = before;
    for (Axis axis : axes) {
      List<Map<String, TomlValue>> longer = new ArrayList<>();
      for (Map<String, TomlValue> point : points) {
        if (!applies(axis, point)) {
          longer.add(point);
          continue;
        }
        if ((long) longer.size() + axis.values().size() > MOST) {
          throw new UserError(
              "grid: makes more than " + MOST + " points; take fewer values, or mode = \"random\"");
        }
        for (TomlValue value : axis.values()) {
          longer.add(with(point, axis, value));
        }
      }
      points = longer;
    }
    return points;
  }

  /** The first values of all axes, then the second, and so on. */
  List<Map<String, TomlValue>> zip() {
    List<Map<String, TomlValue>> points = new ArrayList<>();
    int length = axes.stream().mapToInt(axis -> axis.values().size()).max().orElse(0);
    for (Axis axis : axes) {
      if (axis.values().size() != length) {
        throw new UserError(
            "grid: mode = \"zip\" needs axes of one length, but "
                + axis.path()
                + " has "
                + axis.values().size()
                + " values and another has "
                + length);
      }
    }
    for (int i = 0; i < length; i++) {
      Map<String, TomlValue> point = Map.of();
      for (Axis axis : axes) {
        point = applies(axis, point) ? with(point, axis, axis.values().get(i)) : point;
      }
      points.add(point);
    }
    return points;
  }

  /** Points that are drawn, each axis from a stream of its own. */
  List<Map<String, TomlValue>> random(int samples, long seed) {
    List<Map<String, TomlValue>> points = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      Map<String, TomlValue> point = Map.of();
      for (Axis axis : axes) {
        point = applies(axis, point) ? with(point, axis, axis.draw(seed, i)) : point;
      }
      points.add(point);
    }
    return points;
  }

  private boolean applies(Axis axis, Map<String, TomlValue> point) {
    return axis.when().isEmpty()
        || axis.when()
            .get()
            .holds(key -> Optional.ofNullable(point.get(key)).or(() -> given.apply(key)));
  }

  private static Map<String, TomlValue> with(
      Map<String, TomlValue> point, Axis axis, TomlValue value) {
    Map<String, TomlValue> longer = new LinkedHashMap<>(point);
    longer.put(axis.path(), value);
    return longer;
  }
}
