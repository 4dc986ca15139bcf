package homeostat.task.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A server of files on this machine that can be told to misbehave. */
final class FileServer implements AutoCloseable {
  /** How it answers. */
  enum Manner {
    /** As it should. */
    GOOD,
    /** Drops the connection half-way through what is asked for. */
    DROPS,
    /** Drops every connection after the answer's header. */
    DROPS_AT_ONCE,
    /** Knows no ranges, and drops the first connection to each file half-way. */
    NO_RANGES,
    /** Knows no ranges, and drops every connection half-way. */
    NEVER_WHOLE,
    /** Calls its answer a part, but not which. */
    VAGUE,
    /** Has no time for anybody. */
    BUSY,
    /** Sends every request to {@link #moved}. */
    REDIRECTS
  }

  private final HttpServer server;
  private final Map<String, byte[]> files = Collections.synchronizedMap(new HashMap<>());
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile Manner manner = Manner.GOOD;
  private volatile String moved = "";

  FileServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/data/", this::answer);
    server.start();
  }

  String address() {
    InetSocketAddress own = server.getAddress();
    return "http://" + own.getAddress().getHostAddress() + ":" + own.getPort() + "/data";
  }

  void put(String name, byte[] content) {
    files.put(name, content);
  }

  void change(String name, UnaryOperator<byte[]> change) {
    files.compute(name, (_, content) -> change.apply(content));
  }

  void behave(Manner how) {
    manner = how;
  }

  void moveTo(String address) {
    moved = address;
    manner = Manner.REDIRECTS;
  }

  /** File and first byte of every request so far. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    asked.add(name + "@" + from);
    byte[] content = files.get(name);
    if (manner == Manner.REDIRECTS) {
      exchange.getResponseHeaders().set("Location", moved + (moved.endsWith("/") ? name : ""));
      exchange.sendResponseHeaders(302, -1);
    } else if (manner == Manner.BUSY) {
      exchange.sendResponseHeaders(503, -1);
    } else if (content == null) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      send(exchange, name, content, from);
    }
    exchange.close();
  }

  private void send(HttpExchange exchange, String name, byte[] content, int from)
      throws IOException {
    boolean ranges = manner != Manner.NO_RANGES && manner != Manner.NEVER_WHOLE;
    int start = ranges ? from : 0;
    int rest = content.length - start;
    if (from > 0 && ranges && rest <= 0) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (start > 0 && manner != Manner.VAGUE) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
    }
    exchange.sendResponseHeaders(start > 0 ? 206 : 200, rest);
    boolean first = asked.stream().filter(one -> one.startsWith(name + "@")).count() == 1;
    int sent =
        switch (manner) {
          case DROPS -> rest > 8 ? rest / 2 : rest;
          case DROPS_AT_ONCE -> 0;
          case NO_RANGES -> first ? rest / 2 : rest;
          case NEVER_WHOLE -> rest / 2;
          default -> rest;
        };
    exchange.getResponseBody().write(content, start, sent);
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
