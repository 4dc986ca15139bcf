package homeostat.cli;

import homeostat.lab.config.Nearest;
import java.util.Collection;

/** What to add to a message about a name that there is not. */
public final class Spelling {
  private Spelling() {}

  /** {@code ; did you mean 'x'?}, or nothing. */
  public static String hint(String typed, Collection<String> names) {
    return Nearest.of(typed, names).map(name -> "; did you mean '" + name + "'?").orElse("");
  }
}
