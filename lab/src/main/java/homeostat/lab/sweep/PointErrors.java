package homeostat.lab.sweep;

import homeostat.lab.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mistakes of many points, each told once, with the points that have it. */
final class PointErrors {
  private static final int NAMED = 3;

  private final int points;
  private final Map<String, List<String>> found = new LinkedHashMap<>();

  /**
   * @param points how many there are; a mistake of all is no point's own
   */
  PointErrors(int points) {
    this.points = points;
  }

  void add(String point, UserError error) {
    for (String line : error.lines()) {
      found.computeIfAbsent(line, _ -> new ArrayList<>()).add(point);
    }
  }

  void raise() {
    if (found.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    found.forEach((line, names) -> {
      String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
      String which = String.join(" ; ", names.stream().limit(NAMED).toList()) + more;
      lines.add(names.size() == points ? line : line + " (point " + which + ")");
    });
    throw new UserError(lines);
  }
}
