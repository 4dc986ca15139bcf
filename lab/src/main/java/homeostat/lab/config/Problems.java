package homeostat.lab.config;

/**
 * Collects the mistakes that a kind finds across fields; the config layer knows where each key
 * stands.
 */
public interface Problems {

  /**
   * Adds a mistake.
   *
   * @param key dotted path of the key to blame, for example {@code recurrent.weights.w_mu}
   * @param message what is wrong and what would be right
   */
  void add(String key, String message);

  /** Tells the user something that is no mistake but worth knowing, once, when the run starts. */
  void warn(String key, String message);

  /**
   * Tells the user of each key that was given another value than its default, though nothing reads
   * it.
   *
   * @param key dotted path of a key, or of a section, which stands for all keys in it
   * @param why for example {@code system = "lorenz" has no network}
   */
  void unused(String key, String why);
}
