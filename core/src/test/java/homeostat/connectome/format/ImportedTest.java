package homeostat.connectome.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.connectome.Connectome;
import homeostat.connectome.Dropped;
import homeostat.connectome.NetworkPlanTest;
import homeostat.connectome.Nodes;
import homeostat.connectome.brain.BrainOptions.Counted;
import homeostat.connectome.packed.Origin;
import homeostat.connectome.packed.PackedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedTest {
  private static final ReadOptions ANY = ReadOptions.defaults();

  @TempDir Path folder;

  @Test
  void aPackedConnectomeIsTheSame() {
    for (int assemblies : new int[] {1, 5}) {
      Connectome whole = NetworkPlanTest.plan(103, assemblies, 20).generate(1).recurrent();
      Path file = folder.resolve("net.connectome");
      PackedFile.write(file, whole, Origin.none());
      assertEquals(whole, PackedFile.read(file));
      assertEquals(whole, ConnectomeReader.read(file, ANY));
    }
  }

  @Test
  void theCopyHoldsUntilTheFileOrTheOptionsChange() throws IOException {
    Path file = folder.resolve("edges.csv");
    Files.writeString(file, "pre,post,weight\n7,9,2\n9,7,1\n");
    Connectome read = ConnectomeReader.read(file, ANY, Dropped.untold());
    Imported.pack(file, ANY, read);
    assertEquals(read, Imported.copy(file, ANY).orElseThrow());
    assertEquals(read, ConnectomeReader.read(file, ANY));
    assertTrue(Imported.copy(file, ANY.withoutSelfLoops()).isEmpty());
    Files.writeString(file, "pre,post,weight\n7,9,3\n9,7,1\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(12345));
    assertTrue(Imported.copy(file, ANY).isEmpty());
    assertEquals(3, ConnectomeReader.read(file, ANY).weights().values()[0]);
  }

  @Test
  void aDamagedCopyIsTold() throws IOException {
    Path file = folder.resolve("edges.csv");
    Files.writeString(file, "pre,post,weight\n7,9,2\n9,7,1\n");
    Path packed = Imported.pack(file, ANY, ConnectomeReader.read(file, ANY, Dropped.untold()));
    byte[] whole = Files.readAllBytes(packed);
    for (int k = 8; k < whole.length; k += 3) {
      byte[] bad = whole.clone();
      bad[k] ^= 0x10;
      Files.write(packed, bad);
      assertThrows(FormatException.class, () -> PackedFile.read(packed), "byte " + k);
    }
    Files.write(packed, java.util.Arrays.copyOf(whole, whole.length - 5));
    FormatException cut = assertThrows(FormatException.class, () -> PackedFile.read(packed));
    assertTrue(String.valueOf(cut.getMessage()).contains("it is cut"), cut.getMessage());
  }

  /** A table of numbers is read from its bytes, anything else by the reader of all tables. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void tablesWithAndWithoutQuotesAreTheSame(String end) throws IOException {
    StringBuilder plain = new StringBuilder("neuropil,pre,post,count" + end);
    Random random = new Random(3);
    for (int k = 0; k < 5000; k++) {
      plain
          .append("AL_")
          .append(k % 7)
          .append(',')
          .append(720575940600000000L + random.nextInt(99));
      plain.append(',').append(random.nextInt(99));
      plain.append(',').append(k % 3 == 0 ? "1.25e-2" : "-" + k % 11).append(end);
      plain.append(k % 50 == 0 ? end : "");
    }
    Path bare = Files.writeString(folder.resolve("bare.csv"), plain.toString().stripTrailing());
    Path quoted =
        Files.writeString(
            folder.resolve("quoted.csv"), plain.toString().replace("AL_3", "\"AL_3\""));
    Connectome one = ConnectomeReader.read(bare, ANY);
    Connectome other = ConnectomeReader.read(quoted, ANY);
    assertEquals(one.weights(), other.weights());
    assertEquals(one.nodes(), other.nodes());
    assertFalse(((Nodes.Identified) one.nodes()).ids()[0] > 98);
    assertEquals(
        one.provenance().decisions().subList(1, 4), other.provenance().decisions().subList(1, 4));
  }

  @Test
  void everyDroppedRowIsToldWithItsReason() throws IOException {
    Path file = folder.resolve("edges.csv");
    Files.writeString(file, "pre,post,weight\n7,9,2\n9,9,5\n9,7,1\n8,7,0.5\n8,7,0.5\n8,9,0.1\n");
    StringBuilder told = new StringBuilder();
    ReadOptions strict = ANY.withoutSelfLoops().from(1, Counted.AFTER);
    Connectome read =
        ConnectomeReader.read(
            file,
            strict,
            (place, why) -> told.append(place.name()).append(' ').append(why).append('\n'));
    assertEquals(
        "line 3 self-loops\n8 to 9 connections below the minimum of 1.0\n", told.toString());
    assertEquals(3, read.weights().entries());
    StringBuilder before = new StringBuilder();
    ConnectomeReader.read(
        file,
        ANY.from(1, Counted.BEFORE),
        (place, why) -> before.append(place.name()).append(", "));
    assertEquals("line 5, line 6, line 7, ", before.toString());
  }
}
