package homeostat.lab.sweep;

import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Document;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import homeostat.lab.config.TomlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a sweep will run: its points, all checked before any starts.
 *
 * @param axes the keys that are varied, in order
 * @param points in the order of the grid
 * @param objectives what makes a point good; none for no ranking
 */
public record SweepPlan(List<String> axes, List<SweepPoint> points, List<Objective> objectives) {
  public SweepPlan {
    axes = List.copyOf(axes);
    points = List.copyOf(points);
    objectives = List.copyOf(objectives);
  }

  /**
   * Plans a sweep. Axes come from the section {@code [grid]} of the file and from arguments with
   * several values ({@code seed=42..45}, {@code a.b=1,2}; {@code a.b=[1,2]} where the key holds one
   * value); an argument replaces the file's axis of the same key. Arguments with one value hold in
   * every point; {@code grid.mode=zip} sets a key of the grid. Where points are drawn from axes of
   * the file, every point is taken under every combination of the arguments' values.
   *
   * @param target a file, or the name of a kind
   * @throws UserError with every mistake of the grid, or else of every point
   */
  public static SweepPlan of(String target, List<String> arguments, Kinds kinds) {
    Document whole = ConfigLoader.open(target, kinds);
    List<String> own = arguments.stream().filter(a -> a.startsWith("grid.")).toList();
    Grid grid = whole.section("grid", Grid.class, own);
    Document document = whole.without("grid");
    Map<String, Axis> axes = fileAxes(grid, document.name());
    Map<String, Axis> file = Map.copyOf(axes);
    List<String> base = new ArrayList<>();
    List<String> bracketed = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.startsWith("grid.")) {
        sort(argument, axes, base, bracketed);
      }
    }
    brackets(document, axes, base, bracketed, kinds);
    if (axes.isEmpty()) {
      throw new UserError(
          document.name()
              + ": grid: nothing varies; add [[grid.axis]] to the file, or for example"
              + " seed=42..45");
    }
    Set<String> crossed = new HashSet<>();
    if (grid.mode() == Grid.Mode.RANDOM) {
      axes.forEach((key, axis) -> {
        if (!axis.equals(file.get(key))) {
          crossed.add(key);
        }
      });
      wholeNumbers(document, axes, base, kinds);
    }
    // Without axes of a file there is nothing else to draw from.
    Set<String> drawn = new HashSet<>(axes.keySet());
    if (crossed.size() < axes.size()) {
      drawn.removeAll(crossed);
    }
    List<Map<String, TomlValue>> points =
        points(grid, List.copyOf(axes.values()), drawn, document, base);
    return check(List.copyOf(axes.keySet()), points, grid, document, base, kinds);
  }

  private static Map<String, Axis> fileAxes(Grid grid, String file) {
    Map<String, Axis> axes = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < grid.axis().size(); i++) {
      String place = file + ": grid.axis[" + i + "]";
      try {
        Axis axis = Axis.of(grid.axis().get(i), grid.mode() == Grid.Mode.RANDOM, place);
        if (axes.put(axis.path(), axis) != null) {
          wrong.add(place + ".path: " + axis.path() + " has an axis already; keep one of them");
        }
      } catch (UserError e) {
        wrong.addAll(e.lines());
      }
    }
    if (grid.mode() == Grid.Mode.RANDOM && grid.samples().isEmpty()) {
      wrong.add(file + ": grid.samples: missing: mode = \"random\" needs how many points to draw");
    }
    if (grid.mode() != Grid.Mode.RANDOM && grid.samples().isPresent()) {
      wrong.add(file + ": grid.samples: has no effect; it needs mode = \"random\"");
    }
    if (!wrong.isEmpty()) {
      throw new UserError(wrong);
    }
    return axes;
  }

  private static void sort(
      String argument, Map<String, Axis> axes, List<String> base, List<String> bracketed) {
    int equals = argument.indexOf('=');
    String key = argument.substring(0, Math.max(0, equals)).strip();
    List<TomlValue> values =
        equals < 0 ? List.of() : AxisArgument.values(key, argument.substring(equals + 1));
    if (values.size() > 1) {
      axes.put(key, Axis.of(key, values));
    } else if (values.size() == 1 && values.getFirst().elements().isPresent()) {
      bracketed.add(argument);
      axes.put(key, Axis.of(key, values)); // keeps the place until the key's type is known
    } else {
      axes.remove(key);
      base.add(argument);
    }
  }

  /** Brackets are one value where the key holds a list, and an axis where it does not. */
  private static void brackets(
      Document document,
      Map<String, Axis> axes,
      List<String> base,
      List<String> bracketed,
      Kinds kinds) {
    List<String> sample = sample(axes, base);
    for (String argument : bracketed) {
      int equals = argument.indexOf('=');
      String key = argument.substring(0, equals).strip();
      List<TomlValue> values =
          TomlValue.of(argument.substring(equals + 1)).elements().orElse(List.of());
      if (values.isEmpty() || ConfigLoader.takesList(document, sample, argument, kinds)) {
        axes.remove(key);
        base.add(argument);
      } else {
        axes.put(key, Axis.of(key, values));
      }
    }
  }

  /** Between two ends of a key that holds a whole number, only such numbers are drawn. */
  private static void wholeNumbers(
      Document document, Map<String, Axis> axes, List<String> base, Kinds kinds) {
    List<String> sample = sample(axes, base);
    axes.replaceAll((key, axis) ->
        ConfigLoader.takesWhole(document, sample, key + "=" + axis.sample(), kinds)
            ? axis.ofWholeNumbers()
            : axis);
  }

  /** One setting of every key, by which the kind can be told. */
  private static List<String> sample(Map<String, Axis> axes, List<String> base) {
    List<String> sample = new ArrayList<>(base);
    axes.values().forEach(axis -> sample.add(axis.path() + "=" + axis.sample()));
    return sample;
  }

  private static List<Map<String, TomlValue>> points(
      Grid grid, List<Axis> axes, Set<String> drawn, Document document, List<String> base) {
    Map<String, TomlValue> given = new LinkedHashMap<>();
    for (String argument : base) {
      int equals = Math.max(0, argument.indexOf('='));
      given.put(argument.substring(0, equals), TomlValue.of(argument.substring(equals + 1)));
    }
    Function<String, Optional<TomlValue>> known =
        key -> Optional.ofNullable(given.get(key)).or(() -> document.value(key));
    Points points = new Points(axes, known);
    return switch (grid.mode()) {
      case PRODUCT -> different(points.product());
      case ZIP -> different(points.zip());
      case RANDOM -> {
        List<Axis> free = axes.stream().filter(axis -> drawn.contains(axis.path())).toList();
        List<Axis> rest = axes.stream().filter(axis -> !drawn.contains(axis.path())).toList();
        // A point that was drawn before is no new one.
        List<Map<String, TomlValue>> samples =
            new Points(free, known)
                .random(grid.samples().orElse(1), grid.seed()).stream().distinct().toList();
        yield different(new Points(rest, known).product(samples));
      }
    };
  }

  private static List<Map<String, TomlValue>> different(List<Map<String, TomlValue>> points) {
    Set<Map<String, TomlValue>> seen = new HashSet<>();
    for (Map<String, TomlValue> point : points) {
      if (!seen.add(point)) {
        throw new UserError("grid: has the point " + point + " twice; give each value once");
      }
    }
    return points;
  }

  private static SweepPlan check(
      List<String> axes,
      List<Map<String, TomlValue>> points,
      Grid grid,
      Document document,
      List<String> base,
      Kinds kinds) {
    Optional<Condition> keep =
        grid.when().map(text -> Condition.parse(text, document.name() + ": grid.when"));
    List<String> names = PointNames.of(points, axes);
    List<SweepPoint> kept = new ArrayList<>();
    PointErrors errors = new PointErrors(points.size());
    for (int i = 0; i < points.size(); i++) {
      List<String> settings = new ArrayList<>();
      points.get(i).forEach((path, value) -> settings.add(path + "=" + value));
      List<String> all = new ArrayList<>(base);
      all.addAll(settings);
      try {
        Resolved<?> resolved = ConfigLoader.load(document, all, kinds);
        if (keep.isEmpty() || keep.get().holds(key -> value(resolved, key))) {
          kept.add(new SweepPoint(names.get(i), List.copyOf(settings), resolved));
        }
      } catch (UserError e) {
        errors.add(names.get(i), e);
      }
    }
    errors.raise();
    if (kept.isEmpty()) {
      throw new UserError(document.name() + ": grid.when: holds for none of the points");
    }
    return new SweepPlan(axes, kept, grid.objective());
  }

  private static Optional<TomlValue> value(Resolved<?> resolved, String key) {
    return resolved.entries().stream()
        .filter(entry -> entry.set() && entry.path().toString().equals(key))
        .findFirst()
        .map(entry -> new TomlValue(entry.value()));
  }
}
