package homeostat.lab;

import java.util.Map;

/** A workload of {@code homeostat bench SUBJECT}. Found as a service. */
public interface BenchWorkload {

  /** The subject's name on the command line. */
  String subject();

  /** One line: what it measures, and its keys with defaults. */
  String summary();

  /** The keys it takes with their defaults, in order. */
  Map<String, String> defaults();

  /**
   * Runs the workload.
   *
   * @param settings every key of {@link #defaults} with its value
   * @return what the JSON object on the last line holds beside the common keys: medians, a checksum
   */
  Row run(Map<String, String> settings);
}
