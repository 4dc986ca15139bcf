package homeostat.lab.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The state of a git checkout.
 *
 * @param hash of the commit
 * @param branch its name; empty if it has none
 * @param dirty whether files differ from the commit; true also if git could not tell
 * @param remote address that the checkout came from, without a password; empty if it has none
 */
public record Commit(String hash, String branch, boolean dirty, String remote) {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** The commit that a folder stands at; empty if it is no checkout or there is no git. */
  public static Optional<Commit> of(Path folder) {
    return git(folder, "rev-parse", "HEAD")
        .map(hash ->
            new Commit(
                hash,
                git(folder, "rev-parse", "--abbrev-ref", "HEAD").orElse(""),
                git(folder, "status", "--porcelain").map(files -> !files.isEmpty()).orElse(true),
                git(folder, "remote", "get-url", "origin").map(Commit::withoutUser).orElse("")));
  }

  /**
   * The commit of this program: of the checkout that its classes or jars lie in. Empty if they lie
   * elsewhere, for example in a copy of the sources without git.
   */
  public static Optional<Commit> ofProgram() {
    CodeSource source = Commit.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return checkout(Path.of(source.getLocation().toURI())).flatMap(Commit::of);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path names " + source.getLocation(), e);
    }
  }

  /** The checkout of this program around a path; that of another program is passed by. */
  static Optional<Path> checkout(Path inside) {
    for (Path folder = inside.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isExecutable(folder.resolve("homeostat"))
          && Files.isRegularFile(folder.resolve("pom.xml"))) {
        return Optional.of(folder).filter(found -> Files.exists(found.resolve(".git")));
      }
    }
    return Optional.empty();
  }

  /** As it stands in {@code metadata.json}. */
  void into(ObjectNode node) {
    node.put("commit", hash).put("branch", branch).put("dirty", dirty).put("remote", remote);
  }

  /** What a command prints; empty if it fails, is not there, or takes longer than allowed. */
  static Optional<String> output(Path folder, List<String> command, Duration longest) {
    try {
      Path out = Files.createTempFile("homeostat-", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          return Optional.empty();
        }
        return process.exitValue() == 0
            ? Optional.of(Files.readString(out).strip())
            : Optional.empty();
      } finally {
        Files.deleteIfExists(out);
      }
    } catch (IOException e) {
      // No git on this machine: there is no commit to record.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** An address may hold a user's name and password; they are nobody's business. */
  static String withoutUser(String address) {
    return address.replaceFirst("^([a-z+]+://)[^/@]*@", "$1");
  }

  private static Optional<String> git(Path folder, String... arguments) {
    return output(folder, Stream.concat(Stream.of("git"), Stream.of(arguments)).toList(), LONGEST);
  }
}
