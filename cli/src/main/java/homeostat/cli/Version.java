package homeostat.cli;

import java.util.Objects;

/** The version of this program. */
final class Version {
  private Version() {}

  /** As the jar's manifest says; classes outside a jar were built from source. */
  static String ours() {
    return Objects.requireNonNullElse(
        Main.class.getPackage().getImplementationVersion(), "built from source");
  }
}
