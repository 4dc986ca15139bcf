package homeostat.lab.config;

/**
 * One mistake in a config, told to the user.
 *
 * @param where where it stands, {@code file:line:column}, {@code command line}, or the file alone
 * @param key dotted path of the key
 * @param message what is wrong and what would be right
 */
public record Problem(String where, String key, String message) {

  @Override
  public String toString() {
    return where + ": " + (key.isEmpty() ? "" : key + ": ") + message;
  }
}
