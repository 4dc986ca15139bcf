package homeostat.task.fetch;

import java.io.IOException;

/** A connection that failed, as against a disk that did. */
final class Lost extends IOException {
  private static final long serialVersionUID = 1L;

  Lost(IOException cause) {
    super("the connection failed (" + cause + ")", cause);
  }
}
