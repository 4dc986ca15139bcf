package homeostat.task.fetch;

/** Hears how a fetch goes on. */
public interface FetchProgress {

  /**
   * Bytes of a file that have arrived.
   *
   * @param total length of the file; -1 if the server does not tell
   */
  void at(String file, long bytes, long total);

  /** Something worth a line. */
  void note(String line);
}
