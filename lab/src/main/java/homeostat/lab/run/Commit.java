package homeostat.lab.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The state of a git checkout.
 *
 * @param hash of the commit
 * @param branch its name
 * @param dirty whether files differ from the commit
 */
public record Commit(String hash, String branch, boolean dirty) {

  /** The commit that a folder stands at; empty if it is no checkout or there is no git. */
  public static Optional<Commit> of(Path folder) {
    Optional<String> hash = git(folder, "rev-parse", "HEAD");
    return hash.map(h ->
        new Commit(
            h,
            git(folder, "rev-parse", "--abbrev-ref", "HEAD").orElse(""),
            !git(folder, "status", "--porcelain").orElse("").isEmpty()));
  }

  private static Optional<String> git(Path folder, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      git.getOutputStream().close();
      String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean done = git.waitFor(10, TimeUnit.SECONDS);
      return done && git.exitValue() == 0 ? Optional.of(out.strip()) : Optional.empty();
    } catch (IOException e) {
      // No git on this machine: there is no commit to record.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
