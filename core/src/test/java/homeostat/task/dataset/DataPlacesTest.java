package homeostat.task.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPlacesTest {
  @TempDir Path folder;
  private final SmallSet small = SmallSet.of(0);

  private IdxSet packaged(Path where) {
    IdxSet set = small.set();
    return new IdxSet(
        set.name(),
        set.note(),
        set.classes(),
        set.shape(),
        set.parts(),
        List.of(new SystemPackage(where, "System: install small")));
  }

  @Test
  void theFirstPlaceThatHasEverythingCounts() throws IOException {
    Path dir = Files.createDirectories(folder.resolve("dir"));
    DataPlaces usual = new DataPlaces(Optional.empty(), folder.resolve("cache"));
    IdxSet set = packaged(small.write(folder.resolve("system"), true));
    assertEquals(Optional.of(folder.resolve("system")), usual.find(set));
    small.write(folder.resolve("cache/small"), true);
    assertEquals(Optional.of(folder.resolve("cache/small")), usual.find(set));
    DataPlaces places = usual.choosing(dir);
    assertEquals(Optional.empty(), places.find(set), "a folder that was chosen is the only place");
    small.write(dir, true);
    assertEquals(Optional.of(dir), places.find(set));
    small.write(dir.resolve("small"), false);
    assertEquals(Optional.of(dir.resolve("small")), places.find(set));
    Files.delete(dir.resolve("small/test-labels"));
    assertEquals(Optional.of(dir), places.find(set));
    assertEquals(11, places.read(set).train().count());
  }

  /** What a run records as its inputs. */
  @Test
  void theFilesAreThoseOfThePlaceThatCounts() throws IOException {
    DataPlaces places = new DataPlaces(Optional.empty(), folder.resolve("cache"));
    Path system = folder.resolve("system");
    IdxSet set = packaged(system);
    assertEquals(List.of(), places.files(set));
    small.write(system, true);
    assertEquals(
        List.of("train-images.gz", "train-labels.gz", "test-images.gz", "test-labels.gz"),
        places.files(set).stream().map(file -> system.relativize(file).toString()).toList());
  }

  @Test
  void anAbsentSetIsToldInOneLineWithPlacesAndRemedy() throws IOException {
    Path dir = Files.createDirectories(folder.resolve("dir"));
    Files.write(folder.resolve("cache"), new byte[] {1});
    Files.createDirectories(dir.resolve("small"));
    DataPlaces places = new DataPlaces(Optional.of(dir), folder);
    Files.write(folder.resolve("small"), new byte[] {1});
    IdxSet set = packaged(folder.resolve("system"));
    DataException fault = assertThrows(DataException.class, () -> places.read(set));
    String text = String.valueOf(fault.getMessage());
    assertEquals(1, text.lines().count(), text);
    assertTrue(text.contains(dir.resolve("small") + " (lacks train-images, train-labels"), text);
    assertTrue(text.contains("nowhere else"), text);
    assertTrue(text.contains("System: install small"), text);
    assertTrue(text.contains("homeostat data fetch small from="), text);
    DataPlaces usual = new DataPlaces(Optional.empty(), folder.resolve("small/below"));
    String other = usual.absent(set);
    assertTrue(other.contains(folder.resolve("small") + " is no folder"), other);
    assertTrue(other.contains(folder.resolve("system") + " (no such folder)"), other);
    DataPlaces file = usual.choosing(folder.resolve("small"));
    DataException wrong = assertThrows(DataException.class, () -> file.target(set));
    assertTrue(String.valueOf(wrong.getMessage()).contains("it is a file"));
  }

  @Test
  void aFolderOfTheUsersThatIsNotThereIsNoReasonToLookElsewhere() throws IOException {
    small.write(folder.resolve("cache/small"), true);
    DataPlaces cache = new DataPlaces(Optional.empty(), folder.resolve("cache"));
    assertEquals(folder.resolve("cache/small"), cache.target(small.set()));
    assertTrue(cache.find(small.set()).isPresent());
    DataPlaces wrong = cache.choosing(folder.resolve("typo"));
    DataException fault = assertThrows(DataException.class, () -> wrong.find(small.set()));
    assertTrue(String.valueOf(fault.getMessage()).contains("data.dir=" + folder.resolve("typo")));
  }

  @Test
  void theCacheFollowsTheEnvironment() {
    Path home = Path.of("/home/ada");
    Map<String, String> absolute = Map.of("XDG_CACHE_HOME", "/var/fast");
    Map<String, String> relative = Map.of("XDG_CACHE_HOME", "fast");
    assertEquals(
        Path.of("/var/fast/homeostat"), DataPlaces.of(Optional.empty(), absolute, home).cache());
    Path usual = home.resolve(".cache/homeostat");
    assertEquals(usual, DataPlaces.of(Optional.empty(), relative, home).cache());
    assertEquals(usual, DataPlaces.of(Optional.empty(), Map.of(), home).cache());
    assertTrue(DataPlaces.ofUser(Optional.empty()).cache().endsWith("homeostat"));
  }
}
