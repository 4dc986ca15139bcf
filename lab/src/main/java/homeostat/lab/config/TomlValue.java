package homeostat.lab.config;

/**
 * A value of any type, for a key whose type depends on what it is used for (the values of an axis).
 *
 * @param text as it would stand in a file
 */
public record TomlValue(String text) {
  @Override
  public String toString() {
    return text;
  }
}
