package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.config.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Image files that are wrong, seen from the command line: one clear message and exit status 2. */
class BrokenImagesTest {
  private static final String[] FILES = {
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte"
  };

  @TempDir Path folder;

  @BeforeEach
  void someFiles() throws IOException {
    for (String file : FILES) {
      Files.write(folder.resolve(file), new byte[] {0, 0, 8, 1, 0, 0, 0, 0});
    }
  }

  private String told(String dir) {
    Shell.Result result =
        Shell.of(Kinds.all())
            .run(
                "run",
                "image-classifier",
                "data.set=fashion-mnist",
                "data.dir=" + dir,
                "run.dir=" + folder.resolve("runs"));
    assertEquals(2, result.status(), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    return result.err();
  }

  @Test
  void aFileThatEndsTooEarlyIsNamedWithItsByte() {
    String told = told(folder.toString());
    assertTrue(told.contains("-ubyte: byte 8: "), told);
    assertTrue(told.contains("cut off or another one"), told);
  }

  @Test
  void aWrongChecksumIsTold() throws IOException {
    Files.write(folder.resolve(FILES[0]), new byte[47_040_016]);
    String told = told(folder.toString());
    assertTrue(told.contains(FILES[0]) && told.contains("SHA-256"), told);
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    String told = told(folder.resolve("nowhere").toString());
    assertTrue(told.contains("data.dir=") && told.contains("no such folder"), told);
  }

  @Test
  void aFileInPlaceOfAFolderIsTold() {
    String told = told(folder.resolve(FILES[1]).toString());
    assertTrue(told.contains("data.dir=") && told.contains("it is a file"), told);
  }
}
