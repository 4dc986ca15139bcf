package homeostat.task.dataset;

/** A data set that is not there, not known or cannot be fetched; the message says what to do. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** In one line: which set, what is wrong, what to do. */
  public DataException(String message) {
    super(message);
  }

  /** The same, when something else failed. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
