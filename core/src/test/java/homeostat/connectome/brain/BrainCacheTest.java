package homeostat.connectome.brain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.array.Sha256;
import homeostat.kernel.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrainCacheTest {
  @TempDir Path folder;
  private final List<String> notes = new ArrayList<>();

  private BrainFiles table(int count) throws IOException {
    Path file = folder.resolve("connections.csv");
    Files.writeString(
        file, "pre_root_id,post_root_id,neuropil,syn_count\n5,6,GNG," + count + "\n6,5,EB,8\n");
    return new BrainFiles(file, Optional.empty(), List.of());
  }

  private Brain read(BrainFiles files, BrainOptions options) {
    notes.clear();
    return BrainCache.read(files, options, notes::add);
  }

  @Test
  void theCopyIsTheSameBrainAndIsUsed() throws IOException {
    BrainFiles files = table(7);
    Brain first = read(files, BrainOptions.defaults());
    assertTrue(notes.toString().contains("packed copy for the next time"), notes.toString());
    Brain second = read(files, BrainOptions.defaults());
    assertEquals(List.of(), notes);
    assertEquals(first, second);
    assertEquals(first, BrainFile.read(BrainCache.place(files)));
  }

  @Test
  void anotherTableOrOtherOptionsMakeItAnew() throws IOException {
    read(table(7), BrainOptions.defaults());
    Brain other = read(table(9), BrainOptions.defaults());
    assertEquals(9, other.rows().weight(0));
    assertTrue(notes.toString().contains("other tables or options"), notes.toString());
    Brain fewer =
        read(
            table(9),
            new BrainOptions(9, BrainOptions.Counted.AFTER, true, BrainOptions.Unknown.EXCITE));
    assertEquals(1, fewer.rows().entries().length);
  }

  /** The same files in other parts are another brain. */
  @Test
  void aTableInAnotherPartMakesItAnew() throws IOException {
    Path connections = table(7).connections();
    Path neurons = folder.resolve("neurons.csv");
    Files.writeString(neurons, "root_id,nt_type\n6,GABA\n5,ACH\n9,ACH\n");
    BrainFiles listed = new BrainFiles(connections, Optional.of(neurons), List.of());
    BrainFiles annotated = new BrainFiles(connections, Optional.empty(), List.of(neurons));
    assertEquals(3, read(listed, BrainOptions.defaults()).neurons());
    assertEquals(2, read(annotated, BrainOptions.defaults()).neurons());
  }

  /** A table that is not there is one mistake, told once. */
  @Test
  void aMissingTableIsNoDamagedCopy() throws IOException {
    Path connections = table(7).connections();
    read(table(7), BrainOptions.defaults());
    Path missing = folder.resolve("nope.csv");
    BrainFiles files = new BrainFiles(connections, Optional.of(missing), List.of());
    FormatException error =
        assertThrows(FormatException.class, () -> read(files, BrainOptions.defaults()));
    assertTrue(String.valueOf(error.getMessage()).contains("nope.csv"));
    assertEquals(List.of(), notes);
  }

  @Test
  void aDamagedCopyIsToldAndMadeAnew() throws IOException {
    BrainFiles files = table(7);
    Brain brain = read(files, BrainOptions.defaults());
    Path copy = BrainCache.place(files);
    byte[] bytes = Files.readAllBytes(copy);
    for (int at : new int[] {0, 50, bytes.length / 2, bytes.length - 1}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 4;
      Files.write(copy, damaged);
      assertThrows(FormatException.class, () -> BrainFile.read(copy), "byte " + at);
      assertEquals(brain, read(files, BrainOptions.defaults()));
      assertEquals(2, notes.size(), notes.toString());
      assertTrue(notes.getFirst().contains(copy.toString()), notes.toString());
      assertEquals(List.of(), readTwice(files));
    }
    Files.write(copy, java.util.Arrays.copyOf(bytes, 60));
    assertThrows(FormatException.class, () -> BrainFile.read(copy));
  }

  private List<String> readTwice(BrainFiles files) {
    read(files, BrainOptions.defaults());
    return notes;
  }

  @Test
  void aGeneratedBrainSurvivesItsFile() {
    try (Parallel one = new Parallel(1);
        Parallel three = new Parallel(3)) {
      Brain brain = BrainGenerator.generate(FlyPlan.of(3000), 7, one);
      assertEquals(brain, BrainGenerator.generate(FlyPlan.of(3000), 7, three));
      Path file = folder.resolve("x.brain");
      BrainFile.write(file, brain, Sha256.ofText("x"));
      assertEquals(brain, BrainFile.read(file));
      assertEquals(Sha256.ofText("x"), BrainFile.key(file));
    }
  }
}
