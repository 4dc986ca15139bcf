package homeostat.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The target holds the old content or the new one, and nothing else stays behind. */
class AtomicFileTest {
  @TempDir Path folder;

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void replacesTheContent() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.write(file, "one");
    AtomicFile.write(file, "zw\u00f6lf");
    assertEquals("zw\u00f6lf", Files.readString(file));
    assertEquals(1, files());
  }

  @Test
  void aFailureKeepsTheOldContent() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.write(file, "old");
    UncheckedIOException e =
        assertThrows(
            UncheckedIOException.class,
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw new IOException("disk full");
                    }));
    assertTrue(
        String.valueOf(e.getMessage()).contains(file.toString())
            && String.valueOf(e.getMessage()).contains("disk full"));
    assertEquals("old", Files.readString(file));
    assertEquals(1, files());
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("absent").resolve("a.txt");
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> AtomicFile.write(file, "x"));
    assertTrue(String.valueOf(e.getMessage()).contains("absent"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> AtomicFile.write(Path.of("/"), "x"));
  }
}
