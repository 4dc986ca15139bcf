package homeostat.task.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.array.Sha256;
import homeostat.task.dataset.DataException;
import homeostat.task.dataset.DataNote;
import homeostat.task.wiring.PublishedWiring;
import homeostat.task.wiring.WiringPart;
import homeostat.task.wiring.WiringSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringSetTest {
  private static final String MATRIX = "C_Small.npy";
  private static final String TABLE = "connections.csv.gz";
  private static final String ARCHIVE = "tables.tar.gz";

  @TempDir Path folder;
  private final FileServer server = new FileServer();
  private final byte[] matrix = new byte[20_000];
  private WiringSet set;

  @BeforeEach
  void serve() throws IOException {
    new Random(1).nextBytes(matrix);
    StringBuilder table = new StringBuilder("pre_root_id,post_root_id,syn_count\n");
    for (int k = 0; k < 5000; k++) {
      table.append(720575940600000000L + k * 7919L).append(",1,").append(k % 50).append('\n');
    }
    server.put(MATRIX, matrix);
    server.put(TABLE, gzip(table.toString().getBytes(StandardCharsets.UTF_8)));
    server.put(ARCHIVE, gzip(tar("folder/neurons.csv", "bodyId,type\n5,A\n")));
    set =
        new WiringSet(
            "small",
            new DataNote("a small one", "none", "nobody", "nowhere"),
            List.of(
                part(MATRIX, Optional.of(sha(matrix)), List.of(), List.of()),
                part(TABLE, Optional.empty(), List.of("pre_root_id", "syn_count"), List.of()),
                part(ARCHIVE, Optional.empty(), List.of(), List.of("neurons.csv"))),
            MATRIX,
            Optional.empty(),
            List.of(),
            "");
  }

  private static WiringPart part(
      String name, Optional<Sha256> sha, List<String> columns, List<String> members) {
    return new WiringPart(name, 1 << 20, sha, columns, members);
  }

  private static Sha256 sha(byte[] content) throws IOException {
    Path file = Files.createTempFile("part", "");
    try {
      return Sha256.ofFile(Files.write(file, content));
    } finally {
      Files.delete(file);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void fetch() {
    FetchProgress silent =
        new FetchProgress() {
          @Override
          public void at(String file, long bytes, long total) {}

          @Override
          public void note(String line) {}
        };
    new Fetch(server.address(), Duration.ofSeconds(10), silent).into(folder, set.downloads());
    set.complete(folder);
  }

  @Test
  void whatIsFetchedIsWholeConfirmedAndUnpacked() throws IOException {
    assertFalse(set.in(folder));
    fetch();
    assertTrue(set.in(folder));
    assertEquals("bodyId,type\n5,A\n", Files.readString(folder.resolve("neurons.csv")));
    assertEquals(
        List.of(
            WiringSet.Known.PUBLISHED,
            WiringSet.Known.FETCHED,
            WiringSet.Known.FETCHED,
            WiringSet.Known.FETCHED),
        set.seen(folder).stream().map(WiringSet.Seen::known).toList());
    Files.writeString(folder.resolve("neurons.csv"), "bodyId,type\n6,A\n");
    FormatException changed = assertThrows(FormatException.class, () -> set.seen(folder));
    assertTrue(String.valueOf(changed.getMessage()).contains("as when it was fetched"));
  }

  @Test
  void droppedConnectionsAreTakenUpAgain() {
    server.behave(FileServer.Manner.DROPS);
    fetch();
    assertTrue(set.in(folder));
    assertEquals(WiringSet.Known.PUBLISHED, set.seen(folder).get(0).known());
    assertTrue(server.asked().size() > 3, "a drop must have led to another request");
  }

  @Test
  void aCorruptFileOfKnownContentIsRefusedAndRemoved() {
    server.change(
        MATRIX,
        bytes -> {
          byte[] bad = bytes.clone();
          bad[777] ^= 1;
          return bad;
        });
    DataException refused = assertThrows(DataException.class, this::fetch);
    assertTrue(String.valueOf(refused.getMessage()).contains("SHA-256"), refused.getMessage());
    assertFalse(Files.exists(folder.resolve(MATRIX)));
    assertFalse(Files.exists(folder.resolve(MATRIX + ".part")));
  }

  @Test
  void aTruncatedTableIsRefusedByItsOwnChecksum() {
    for (String file : List.of(TABLE, ARCHIVE)) {
      byte[][] good = new byte[1][];
      server.change(
          file,
          bytes -> {
            good[0] = bytes;
            return Arrays.copyOf(bytes, bytes.length - 9);
          });
      DataException refused = assertThrows(DataException.class, this::fetch);
      assertTrue(String.valueOf(refused.getMessage()).contains("cut off"), refused.getMessage());
      assertFalse(Files.exists(folder.resolve(file)));
      server.change(
          file,
          bytes -> {
            byte[] bad = good[0].clone();
            bad[bad.length / 2] ^= 4;
            return bad;
          });
      assertThrows(DataException.class, this::fetch);
      assertFalse(Files.exists(folder.resolve(file)));
      server.put(file, good[0]);
    }
  }

  @Test
  void aTableOfOtherColumnsIsRefused() throws IOException {
    server.put(TABLE, gzip("root_id,group\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    DataException refused = assertThrows(DataException.class, this::fetch);
    assertTrue(String.valueOf(refused.getMessage()).contains("pre_root_id"), refused.getMessage());
  }

  @Test
  void everyPublishedOneSaysWhatItIs() {
    List<String> names = PublishedWiring.all().stream().map(WiringSet::name).toList();
    assertEquals(9, names.stream().distinct().count());
    assertTrue(
        names.containsAll(List.of("Macaque_Normalized", "hemibrain", "FlyWire", "C.elegans")));
    for (WiringSet one : PublishedWiring.all()) {
      assertFalse(one.note().licence().isEmpty() || one.note().citation().isEmpty(), one.name());
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] tar(String name, String content) {
    byte[] bytes = new byte[2048];
    byte[] text = content.getBytes(StandardCharsets.UTF_8);
    put(bytes, 0, name);
    put(bytes, 124, String.format("%011o", text.length));
    put(bytes, 148, "        ");
    bytes[156] = '0';
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += bytes[i];
    }
    put(bytes, 148, String.format("%06o", sum));
    bytes[154] = 0;
    System.arraycopy(text, 0, bytes, 512, text.length);
    return bytes;
  }

  private static void put(byte[] bytes, int at, String text) {
    byte[] raw = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(raw, 0, bytes, at, raw.length);
  }
}
