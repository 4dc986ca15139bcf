package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import homeostat.task.dataset.DataPlaces;
import homeostat.task.dataset.ImageSets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataVerbTest {
  @TempDir Path folder;

  private String places() {
    return "data.dir=" + folder;
  }

  @Test
  void listShowsEverySetWithPlacesSizesLicenceAndCitation() {
    Shell.Result all = Shell.empty().run("data", "list", places());
    assertEquals(0, all.status(), all.err());
    for (String set : List.of("cifar-10", "fashion-mnist", "kmnist", "mnist")) {
      assertTrue(all.lines().stream().anyMatch(line -> line.startsWith(set + ": ")), all.out());
    }
    Shell.Result one = Shell.empty().run("data", "list", "kmnist", places());
    assertFalse(one.out().contains("cifar-10"));
    assertTrue(one.out().contains("not in    " + folder.resolve("kmnist") + ": no such folder"));
    assertTrue(one.out().contains("47,040,016 bytes  51467d22"), one.out());
    assertTrue(one.out().contains("CC BY-SA 4.0") && one.out().contains("arXiv:1812.01718"));
    assertTrue(one.out().contains("homeostat data fetch kmnist from=ADDRESS"), one.out());
  }

  @Test
  void aWrongFileIsShownAndFailsTheCommand() throws IOException {
    Path set = Files.createDirectories(folder.resolve("mnist"));
    for (String name :
        List.of(
            "train-images-idx3-ubyte",
            "train-labels-idx1-ubyte",
            "t10k-images-idx3-ubyte",
            "t10k-labels-idx1-ubyte")) {
      Files.write(set.resolve(name), new byte[100]);
    }
    Shell.Result list = Shell.empty().run("data", "list", "mnist", places());
    assertEquals(1, list.status(), list.err());
    assertTrue(
        list.out().contains("WRONG     " + set.resolve("train-images-idx3-ubyte") + ": byte 100"),
        list.out());
  }

  @Test
  void mistakesNameTheThing() {
    assertMistake("the address is missing; add from=URL", "data", "fetch", "mnist", places());
    assertMistake("did you mean 'mnist'?", "data", "fetch", "minst", "from=http://127.0.0.1");
    assertMistake("did you mean 'mnist'?", "data", "list", "mnis");
    assertMistake("did you mean 'fetch'?", "data", "fech", "mnist");
    assertMistake("did you mean 'from'?", "data", "fetch", "mnist", "form=http://127.0.0.1");
    assertMistake("something is missing", "data", "fetch");
    assertMistake("must start with http", "data", "fetch", "mnist", "from=/mnt/mnist", places());
    assertMistake("no such folder", "data", "list", "data.dir=" + folder.resolve("none"));
  }

  private void assertMistake(String expected, String... arguments) {
    Shell.Result result = Shell.empty().run(arguments);
    assertEquals(2, result.status(), result.out() + result.err());
    assertTrue(result.err().contains(expected), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void fetchBringsFashionMnistAndListConfirmsIt() throws IOException {
    DataPlaces system = new DataPlaces(Optional.empty(), folder.resolve("none"));
    var set = ImageSets.installed().named("fashion-mnist");
    Optional<Path> source = system.find(set);
    assumeTrue(source.isPresent(), "Fashion-MNIST is not installed; " + system.remedy(set));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Path file = source.orElseThrow().resolve(exchange.getRequestURI().getPath().substring(1));
          exchange.sendResponseHeaders(200, Files.size(file));
          Files.copy(file, exchange.getResponseBody());
          exchange.close();
        });
    server.start();
    try {
      InetSocketAddress own = server.getAddress();
      String from = "http://" + own.getAddress().getHostAddress() + ":" + own.getPort();
      Shell.Result fetched =
          Shell.empty().run("data", "fetch", "fashion-mnist", "from=" + from, places());
      assertEquals(0, fetched.status(), fetched.err());
      assertTrue(fetched.err().contains("train-images-idx3-ubyte.gz: 26.4 MB of 26.4 MB"));
    } finally {
      server.stop(0);
    }
    Shell.Result list = Shell.empty().run("data", "list", "fashion-mnist", places());
    assertEquals(0, list.status(), list.out());
    assertTrue(list.out().contains("found in  " + folder.resolve("fashion-mnist")), list.out());
    assertEquals(4, list.lines().stream().filter(line -> line.endsWith("as published")).count());
  }

  /** Checksum, licence and citation are shown, and what is fetched is where the command says. */
  @Test
  void aConnectomeIsFetchedShownAndRead() throws IOException {
    byte[] table =
        "Source,Target,Weight,Type\nAVAL  ,AVAR,2,chemical\nAVAR,AVAL,7,electrical\n"
            .getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/herm_full_edgelist.csv",
        exchange -> {
          exchange.sendResponseHeaders(200, table.length);
          exchange.getResponseBody().write(table);
          exchange.close();
        });
    server.start();
    String name = "connectome:C.elegans";
    String edges = folder.resolve("connectome/C.elegans/herm_full_edgelist.csv").toString();
    try {
      InetSocketAddress own = server.getAddress();
      String from = "http://" + own.getAddress().getHostAddress() + ":" + own.getPort();
      Shell.Result fetched = Shell.empty().run("data", "fetch", name, "from=" + from, places());
      assertEquals(0, fetched.status(), fetched.err());
      for (String part :
          List.of("licence   none stated", "Cook et al.", "connectome inspect " + edges)) {
        assertTrue(fetched.out().contains(part), fetched.out());
      }
    } finally {
      server.stop(0);
    }
    assertMistake("no such folder", "data", "fetch", name, "from=http://127.0.0.1", none());
    Shell.Result seen = Shell.empty().run("connectome", "inspect", edges);
    assertTrue(seen.out().contains("connections      2"), seen.out() + seen.err());
    Shell.Result list = Shell.empty().run("data", "list", name, places());
    assertEquals(0, list.status(), list.out());
    assertTrue(list.out().contains("as when it was fetched"), list.out());
    Files.writeString(Path.of(edges), "Source,Target,Weight,Type\nA,B,1,chemical\n");
    Shell.Result changed = Shell.empty().run("data", "list", name, places());
    assertEquals(1, changed.status(), changed.out());
    assertTrue(changed.out().contains("WRONG     " + edges), changed.out());
    assertMistake("did you mean 'C.elegans'?", "data", "list", "connectome:C.elegan");
    assertMistake("the address is missing", "data", "fetch", name, places());
  }

  private String none() {
    return "data.dir=" + folder.resolve("none");
  }

  @Test
  void progressIsOneLineOnATerminalAndAFewElsewhere() {
    String terminal = progress(true);
    assertEquals(1, terminal.lines().filter(line -> line.contains("4.0 MB of 4.0 MB")).count());
    assertTrue(terminal.startsWith("\r") && terminal.endsWith("done" + System.lineSeparator()));
    String plain = progress(false);
    assertEquals(6, plain.lines().count(), plain);
    assertFalse(plain.contains("\r"));
  }

  private static String progress(boolean terminal) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    FetchLines lines = new FetchLines(new Console(stream, stream, terminal, false));
    for (long bytes = 0; bytes <= 4_000_000; bytes += 1000) {
      lines.at("file", bytes, 4_000_000);
    }
    lines.note("done");
    return err.toString(StandardCharsets.UTF_8);
  }
}
