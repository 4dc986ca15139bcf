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
import homeostat.connectome.brain.BrainFiles;
import homeostat.connectome.brain.BrainOptions.Counted;
import homeostat.connectome.brain.BrainOptions.Unknown;
import homeostat.connectome.packed.Origin;
import homeostat.connectome.packed.PackedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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

  private Path edges() throws IOException {
    return Files.writeString(folder.resolve("edges.csv"), "pre,post,weight\n7,9,2\n9,7,1\n");
  }

  private static Connectome packed(Path file, ReadOptions options) {
    Imported imported = Imported.of(file, options);
    Connectome read = ConnectomeReader.read(file, options, Dropped.untold());
    imported.pack(read);
    return read;
  }

  private static boolean copied(Connectome read) {
    return !read.provenance().toString().contains("packed copy not used");
  }

  @Test
  void theCopyHoldsUntilTheFileOrTheOptionsChange() throws IOException {
    Path file = edges();
    Connectome read = packed(file, ANY);
    assertEquals(read, Imported.of(file, ANY).copy().orElseThrow());
    assertEquals(read, ConnectomeReader.read(file, ANY));
    List<ReadOptions> others =
        List.of(
            ANY.withoutSelfLoops(),
            ANY.unsigned(),
            ANY.with(ReadOptions.Layout.EDGES),
            ANY.from(1, Counted.AFTER),
            ANY.from(1, Counted.BEFORE),
            ANY.with(Unknown.DROP),
            ANY.ofEdgeTypes(Set.of("chemical")));
    for (ReadOptions other : others) {
      assertTrue(Imported.of(file, other).copy().isEmpty(), other.toString());
    }
    Files.writeString(file, "pre,post,weight\n7,9,3\n9,7,1\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(12345));
    assertTrue(Imported.of(file, ANY).copy().isEmpty());
    Connectome changed = ConnectomeReader.read(file, ANY);
    assertEquals(3, changed.weights().values()[0]);
    assertFalse(copied(changed));
  }

  @Test
  void aCopyOfAnotherFileIsNoneOfThisOne() throws IOException {
    Path file = edges();
    packed(file, ANY);
    Path other = folder.resolve("other.csv");
    Files.copy(file, other, StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(Imported.place(file), Imported.place(other));
    assertTrue(Imported.of(other, ANY).copy().isEmpty());
  }

  @Test
  void whatChangesWhileItIsReadLeavesNoCopyThatHolds() throws IOException {
    Path file = edges();
    Imported before = Imported.of(file, ANY);
    Connectome read = ConnectomeReader.read(file, ANY, Dropped.untold());
    Files.setLastModifiedTime(file, FileTime.fromMillis(12345));
    before.pack(read);
    assertTrue(Imported.of(file, ANY).copy().isEmpty());
  }

  @Test
  void aCopyOfTablesHoldsUntilOneOfThemChanges() throws IOException {
    Path connections =
        Files.writeString(
            folder.resolve("connections.csv"),
            "pre_root_id,post_root_id,syn_count,nt_type\n1,2,5,GABA\n2,1,4,ACH\n");
    Path types = Files.writeString(folder.resolve("t.csv"), "root_id,primary_type\n1,PN\n2,LN\n");
    BrainFiles tables = new BrainFiles(connections, Optional.empty(), List.of(types));
    Imported imported = Imported.of(tables, ANY);
    Connectome read = ConnectomeReader.read(tables, ANY, Dropped.untold());
    imported.pack(read);
    assertEquals(read, ConnectomeReader.read(tables, ANY));
    assertEquals(read, Imported.of(tables, ANY).copy().orElseThrow());
    BrainFiles asNeurons = new BrainFiles(connections, Optional.of(types), List.of());
    assertTrue(Imported.of(asNeurons, ANY).copy().isEmpty(), "the other part");
    assertTrue(Imported.of(connections, ANY).copy().isEmpty(), "the table alone");
    assertFalse(copied(ConnectomeReader.read(connections, ANY)));
    Files.setLastModifiedTime(types, FileTime.fromMillis(12345));
    assertTrue(Imported.of(tables, ANY).copy().isEmpty(), "other types");
  }

  @Test
  void aCopyThatIsDamagedOrOfAnEarlierVersionIsNotUsed() throws IOException {
    Path file = edges();
    Connectome read = packed(file, ANY);
    byte[] good = Files.readAllBytes(Imported.place(file));
    byte[] earlier = good.clone();
    earlier[7] = '1';
    byte[] damaged = good.clone();
    damaged[damaged.length - 9] ^= 1;
    for (byte[] bad : List.of(earlier, damaged, new byte[0])) {
      Files.write(Imported.place(file), bad);
      Connectome again = ConnectomeReader.read(file, ANY);
      assertEquals(read.weights(), again.weights());
      assertFalse(copied(again));
    }
  }

  @Test
  void aDamagedCopyIsTold() throws IOException {
    Path file = edges();
    packed(file, ANY);
    Path packed = Imported.place(file);
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

  /** A file that turns out not to be plain is read once more; what was told is forgotten. */
  @Test
  void noDroppedRowIsToldTwice() throws IOException {
    String rows = "pre,post,weight\n9,9,5\n" + "1,2,1\n".repeat(3000);
    for (String last : List.of("\"3\",4,1\n", "AVAL,4,1\n")) {
      Path file = Files.writeString(folder.resolve("late.csv"), rows + last);
      List<String> told = new ArrayList<>();
      ConnectomeReader.read(
          file,
          ANY.withoutSelfLoops(),
          new Dropped() {
            @Override
            public void tell(Place place, String reason) {
              told.add(place.name());
            }

            @Override
            public void again() {
              told.clear();
            }
          });
      assertEquals(List.of("line 2"), told);
    }
  }
}
