package homeostat.task.fetch;

import homeostat.task.dataset.DataException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's answer to a request for the rest of a file.
 *
 * @param connection to read the body from
 * @param status of HTTP
 * @param start byte of the file at which the body starts; -1 if the server does not tell
 * @param total length of the whole file; -1 if the server does not tell
 */
record Answer(HttpURLConnection connection, int status, long start, long total)
    implements AutoCloseable {
  private static final int TOO_FAR = 416;
  private static final int TOO_MANY = 429;
  private static final int MOST_REDIRECTS = 5;
  private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d+)-\\d+|\\*)/(\\d+|\\*)");

  /**
   * Asks for a file from byte {@code from} on; redirects are followed, but not from a secure
   * address to an open one.
   *
   * @param patience how long to wait for the server's next sign
   */
  static Answer ask(URI address, long from, Duration patience) throws Lost {
    try {
      return follow(address, from, patience);
    } catch (IOException e) {
      throw new Lost(e);
    }
  }

  private static Answer follow(URI address, long from, Duration patience) throws IOException {
    URI now = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpURLConnection connection = open(now, from, patience);
      int status = connection.getResponseCode();
      String location = connection.getHeaderField("Location");
      if (status < 300 || status > 399 || location == null) {
        return of(connection, status);
      }
      connection.disconnect();
      URI next = target(now, location);
      if (!web(next) || (scheme(now).equals("https") && scheme(next).equals("http"))) {
        throw new DataException(address + " leads to " + next + ", which is not followed");
      }
      now = next;
    }
    throw new DataException(address + " leads from one address to another without end");
  }

  /** Whether an address can be asked. */
  static boolean web(URI address) {
    return (scheme(address).equals("http") || scheme(address).equals("https"))
        && address.getHost() != null;
  }

  /** Whether the file ends before the byte asked for. */
  boolean tooFar() {
    return status == TOO_FAR;
  }

  /** Whether the server may answer the same request another time. */
  boolean overloaded() {
    return status >= HttpURLConnection.HTTP_INTERNAL_ERROR || status == TOO_MANY;
  }

  /** Whether a body of the file's bytes follows. */
  boolean good() {
    return status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_PARTIAL;
  }

  /** Reads more of the body; -1 at its end, which may come too early. */
  int read(byte[] buffer) throws Lost {
    try {
      return connection.getInputStream().read(buffer);
    } catch (IOException e) {
      throw new Lost(e);
    }
  }

  @Override
  public void close() {
    connection.disconnect();
  }

  private static HttpURLConnection open(URI address, long from, Duration patience)
      throws IOException {
    if (!(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new DataException(address + " is no address of the web");
    }
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) patience.toMillis());
    connection.setReadTimeout((int) patience.toMillis());
    connection.setRequestProperty("Accept-Encoding", "identity");
    if (from > 0) {
      connection.setRequestProperty("Range", "bytes=" + from + "-");
    }
    return connection;
  }

  private static Answer of(HttpURLConnection connection, int status) {
    long start = 0;
    long total = connection.getContentLengthLong();
    if (status == HttpURLConnection.HTTP_PARTIAL || status == TOO_FAR) {
      start = -1;
      total = -1;
      String header = connection.getHeaderField("Content-Range");
      Matcher range = RANGE.matcher(header == null ? "" : header);
      if (range.matches()) {
        start = range.group(1) == null ? -1 : Long.parseLong(range.group(1));
        total = range.group(2).equals("*") ? -1 : Long.parseLong(range.group(2));
      }
    }
    return new Answer(connection, status, start, total);
  }

  private static URI target(URI now, String location) {
    try {
      return now.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new DataException(now + " leads to '" + location + "', which is no address", e);
    }
  }

  private static String scheme(URI address) {
    String scheme = address.getScheme();
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }
}
