package homeostat.lab.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTest {
  @TempDir Path dir;

  @Test
  void theProgramsCheckoutIsNotTheOneAroundIt() throws IOException {
    Files.createDirectory(dir.resolve(".git"));
    Path home = Files.createDirectory(dir.resolve("homeostat-copy"));
    Path jar = Files.createDirectories(home.resolve("cli/target/lib")).resolve("lab.jar");
    assertEquals(Optional.empty(), Commit.checkout(jar), "no program around it");
    Files.writeString(home.resolve("pom.xml"), "");
    assertTrue(Files.createFile(home.resolve("homeostat")).toFile().setExecutable(true));
    assertEquals(Optional.empty(), Commit.checkout(jar), "a copy without git in another's folder");
    Files.createDirectory(home.resolve(".git"));
    assertEquals(Optional.of(home), Commit.checkout(jar));
  }

  @Test
  void aFolderWithoutCommitHasNone() {
    assertEquals(Optional.empty(), Commit.of(dir));
  }

  @Test
  void anAddressLosesItsPassword() {
    assertEquals("https://host/a.git", Commit.withoutUser("https://me:secret@host/a.git"));
    assertEquals("https://host/a@b.git", Commit.withoutUser("https://host/a@b.git"));
    assertEquals("git@host:a.git", Commit.withoutUser("git@host:a.git"));
  }

  @Test
  void aCommandThatHangsIsGivenUp() {
    long before = System.nanoTime();
    Optional<String> none = Commit.output(dir, List.of("sleep", "60"), Duration.ofMillis(50));
    assertEquals(Optional.empty(), none);
    assertTrue(System.nanoTime() - before < 30_000_000_000L, "it did not wait for the end");
    assertEquals(
        Optional.of("said"), Commit.output(dir, List.of("echo", "said"), Duration.ofSeconds(30)));
  }
}
