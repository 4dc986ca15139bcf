package homeostat.cli;

import java.util.Objects;

/** The version of this program. */
final class Version {
  private Version() {}

  /** As the jar's manifest says; classes outside a jar are a development build. */
  static String ours() {
    return Objects.requireNonNullElse(
        Main.class.getPackage().getImplementationVersion(), "(development build)");
  }
}
