package homeostat.lab;

import java.util.Objects;

/** The version of this program. */
public final class Version {
  private Version() {}

  /** As the jar's manifest says; classes outside a jar were built from source. */
  public static String ours() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "built from source");
  }
}
