package homeostat.kinds.spiking.legacy;

import homeostat.lab.LegacyScript;
import homeostat.lab.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code resume_backprop_hp.py RUN [--script NAME] [--no-wandb]}: goes on with a run. */
public final class ResumeBackprop implements LegacyScript {

  @Override
  public String script() {
    return "resume_backprop_hp.py";
  }

  @Override
  public String summary() {
    return "spiking networks: goes on with a run of homeostatic plasticity";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    Optional<String> run = Optional.empty();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--script")) {
        i++; // which pipeline it was, the run knows
      } else if (argument.startsWith("--") && !argument.equals("--no-wandb")) {
        throw new UserError(
            "resume_backprop_hp.py: unknown option "
                + argument
                + "; it takes the folder of a run, --script and --no-wandb");
      } else if (!argument.startsWith("--")) {
        if (run.isPresent()) {
          throw new UserError(
              "resume_backprop_hp.py takes one run, not " + run.get() + " and more");
        }
        run = Optional.of(argument);
      }
    }
    String given =
        run.orElseThrow(
            () -> new UserError("resume_backprop_hp.py needs the folder of a run to go on with"));
    return List.of("resume", folder(Path.of(given)).toString());
  }

  /** The run of a folder, or of one of its checkpoints. */
  private static Path folder(Path given) {
    boolean checkpoint = given.toString().endsWith(".pt") || given.toString().endsWith(".npz");
    Path folder = given;
    if (checkpoint) {
      folder = Optional.ofNullable(given.getParent()).orElse(Path.of("."));
    }
    return named(
        folder.endsWith("checkpoints")
            ? Optional.ofNullable(folder.getParent()).orElse(Path.of("."))
            : folder);
  }

  /**
   * The run itself, or the latest one of that name: the folder of {@code output_dir = "out/a"} is
   * {@code out/a-DATE-TIME-ID}.
   */
  private static Path named(Path folder) {
    Path parent = Optional.ofNullable(folder.getParent()).orElse(Path.of("."));
    if (Files.exists(folder) || !Files.isDirectory(parent)) {
      return folder;
    }
    Pattern runs =
        Pattern.compile(Pattern.quote(folder.getFileName() + "-") + "\\d{8}-\\d{6}-[0-9a-f]+");
    try (Stream<Path> beside = Files.list(parent)) {
      return beside
          .filter(one -> runs.matcher(String.valueOf(one.getFileName())).matches())
          .max(Comparator.naturalOrder())
          .orElse(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
