package homeostat.task.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.task.dataset.DataException;
import homeostat.task.dataset.Download;
import homeostat.task.dataset.ImageSet;
import homeostat.task.dataset.SmallSet;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {
  private static final String FIRST = "train-images.gz";

  @TempDir Path folder;
  private final SmallSet small = SmallSet.of(0);
  private final ImageSet set = small.set();
  private final List<String> notes = new ArrayList<>();
  private final List<Long> seen = new ArrayList<>();
  private final FileServer server = new FileServer();

  @BeforeEach
  void serve() throws IOException {
    Path source = small.write(folder.resolve("source"), true);
    for (Download download : set.downloads()) {
      server.put(download.name(), Files.readAllBytes(source.resolve(download.name())));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path target() {
    return folder.resolve("target/small");
  }

  private void fetch() {
    FetchProgress progress =
        new FetchProgress() {
          @Override
          public void at(String file, long bytes, long total) {
            if (file.equals(FIRST)) {
              seen.add(bytes);
            }
          }

          @Override
          public void note(String line) {
            notes.add(line);
          }
        };
    new Fetch(server.address(), Duration.ofSeconds(10), progress).into(target(), set.downloads());
  }

  private String failure() {
    return String.valueOf(assertThrows(DataException.class, this::fetch).getMessage());
  }

  private void assertWhole() throws IOException {
    try (var files = Files.list(target())) {
      assertEquals(4, files.count(), "four files and no remains");
    }
    assertEquals(11, set.read(target()).train().count());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("source/" + FIRST)),
        Files.readAllBytes(target().resolve(FIRST)));
  }

  private Path part() {
    return target().resolve(FIRST + ".part");
  }

  @Test
  void fetchesEveryFileOnceAndKeepsWhatIsThere() throws IOException {
    fetch();
    assertWhole();
    assertEquals(4, server.asked().size());
    assertEquals(Files.size(target().resolve(FIRST)), seen.getLast());
    fetch();
    assertEquals(4, server.asked().size(), "nothing is fetched twice");
    assertTrue(notes.getLast().contains("already there"), notes.toString());
  }

  @Test
  void goesOnWhereADroppedConnectionStopped() throws IOException {
    server.behave(FileServer.Manner.DROPS);
    fetch();
    assertWhole();
    long size = Files.size(target().resolve(FIRST));
    List<String> first = server.asked().stream().filter(one -> one.startsWith(FIRST)).toList();
    assertEquals(FIRST + "@0", first.get(0));
    assertEquals(FIRST + "@" + size / 2, first.get(1));
    assertTrue(notes.getFirst().contains("going on"), notes.toString());
  }

  @Test
  void goesOnInALaterProcess() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("source/" + FIRST));
    Files.createDirectories(target());
    Files.write(part(), Arrays.copyOf(whole, 20));
    fetch();
    assertWhole();
    assertEquals(FIRST + "@20", server.asked().getFirst());
  }

  @Test
  void aPartThatIsWholeIsTakenAndOneThatIsTooLongIsDropped() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("source/" + FIRST));
    Files.createDirectories(target());
    Files.write(part(), whole);
    fetch();
    assertWhole();
    assertEquals(
        List.of(FIRST + "@" + whole.length),
        server.asked().stream().filter(one -> one.startsWith(FIRST)).toList());
    Files.delete(target().resolve(FIRST));
    Files.write(part(), Arrays.copyOf(whole, whole.length + 5));
    fetch();
    assertWhole();
  }

  @Test
  void startsAnewWhereTheServerRefusesRanges() throws IOException {
    server.behave(FileServer.Manner.NO_RANGES);
    fetch();
    assertWhole();
    assertTrue(notes.stream().anyMatch(note -> note.contains("cannot resume")), notes.toString());
    server.behave(FileServer.Manner.NEVER_WHOLE);
    Files.delete(target().resolve(FIRST));
    assertTrue(failure().contains("without anything new"));
    assertFalse(Files.exists(target().resolve(FIRST)));
  }

  @Test
  void givesUpOnAServerThatBringsNothing() {
    server.behave(FileServer.Manner.DROPS_AT_ONCE);
    String message = failure();
    assertTrue(message.contains(FIRST) && message.contains("3 times in a row"), message);
    assertEquals(List.of(FIRST + "@0"), server.asked().stream().distinct().toList());
  }

  @Test
  void aPartOfAnUnknownPlaceIsNotTaken() throws IOException {
    server.behave(FileServer.Manner.VAGUE);
    Files.createDirectories(target());
    Files.write(part(), new byte[20]);
    fetch();
    assertWhole();
    assertTrue(notes.getFirst().contains("another part"), notes.toString());
  }

  @Test
  void aTruncatedFileIsNotTaken() {
    server.change(FIRST, content -> Arrays.copyOf(content, content.length - 10));
    String message = failure();
    assertTrue(message.contains(server.address() + "/" + FIRST), message);
    assertTrue(message.contains("not the file it should be"), message);
    assertFalse(Files.exists(target().resolve(FIRST)));
    assertFalse(Files.exists(part()), "a wrong part is no start for the next attempt");
  }

  @Test
  void aCorruptFileIsNotTakenAndTheOldOneStays() throws IOException {
    fetch();
    byte[] other = SmallSet.gzip(SmallSet.images(11, 5));
    Files.write(target().resolve(FIRST), other);
    server.change(FIRST, _ -> SmallSet.gzip(SmallSet.images(11, 6)));
    String message = failure();
    assertTrue(message.contains("SHA-256"), message);
    assertArrayEquals(other, Files.readAllBytes(target().resolve(FIRST)));
    server.change(FIRST, _ -> SmallSet.gzip(small.contents().getFirst()));
    fetch();
    assertWhole();
  }

  @Test
  void aPageInsteadOfAFileIsNotTaken() {
    server.change(FIRST, _ -> new byte[20_000]);
    String message = failure();
    assertTrue(message.contains("sends more than"), message);
  }

  @Test
  void followsARedirectAndNotACircle() throws IOException {
    try (FileServer front = new FileServer()) {
      front.moveTo(server.address() + "/");
      new Fetch(front.address(), Duration.ofSeconds(10), quiet()).into(target(), set.downloads());
      assertWhole();
      front.moveTo(front.address() + "/");
      DataException circle =
          assertThrows(
              DataException.class,
              () ->
                  new Fetch(front.address(), Duration.ofSeconds(10), quiet())
                      .into(folder.resolve("other"), set.downloads()));
      assertTrue(String.valueOf(circle.getMessage()).contains("without end"), circle.getMessage());
      front.moveTo("ftp://example.org/x");
      DataException strange =
          assertThrows(
              DataException.class,
              () ->
                  new Fetch(front.address(), Duration.ofSeconds(10), quiet())
                      .into(folder.resolve("other"), set.downloads()));
      assertTrue(
          String.valueOf(strange.getMessage()).contains("ftp://example.org"), strange.getMessage());
    }
  }

  private static FetchProgress quiet() {
    return new FetchProgress() {
      @Override
      public void at(String file, long bytes, long total) {}

      @Override
      public void note(String line) {}
    };
  }

  @Test
  void anAbsentFileAndAWrongAddressAreToldAtOnce() {
    server.change(FIRST, _ -> null);
    String message = failure();
    assertTrue(message.contains("404") && message.contains("from=ADDRESS"), message);
    assertEquals(1, server.asked().size());
    assertFalse(Files.exists(part()), "nothing arrived, nothing is left");
    for (String wrong : new String[] {"ftp://example.org", "example.org", "http://", "a b"}) {
      DataException fault =
          assertThrows(DataException.class, () -> new Fetch(wrong, Duration.ofSeconds(1), quiet()));
      assertTrue(String.valueOf(fault.getMessage()).contains("from="), fault.getMessage());
    }
  }

  @Test
  void aBusyServerIsToldAndTheAddressIsNotBlamed() {
    server.behave(FileServer.Manner.BUSY);
    String message = failure();
    assertTrue(message.contains("503; try again later"), message);
    assertFalse(message.contains("from=ADDRESS"), message);
    server.behave(FileServer.Manner.GOOD);
    fetch();
    assertEquals(11, set.read(target()).train().count());
  }

  @Test
  void aServerThatIsGoneIsToldAndThePartStays() throws IOException {
    Files.createDirectories(target());
    Files.write(part(), new byte[20]);
    server.close();
    String message = failure();
    assertTrue(message.contains("goes on from byte 20"), message);
    assertEquals(20, Files.size(part()));
  }

  @Test
  void twoFetchesOfOneFileDoNotMeet() throws IOException {
    Files.createDirectories(target());
    try (FileChannel other =
        FileChannel.open(part(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      other.lock();
      assertTrue(failure().contains("being fetched already"));
    }
  }
}
