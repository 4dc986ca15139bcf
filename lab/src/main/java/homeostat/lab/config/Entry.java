package homeostat.lab.config;

/**
 * One value of a resolved config.
 *
 * @param path where it stands
 * @param value as it stands in a file; empty if an optional key is not set
 * @param origin where it comes from
 * @param unit empty for a pure number
 * @param sentence what it means
 */
public record Entry(KeyPath path, String value, Origin origin, String unit, String sentence) {

  /** Whether it has a value. */
  public boolean set() {
    return !value.isEmpty();
  }
}
