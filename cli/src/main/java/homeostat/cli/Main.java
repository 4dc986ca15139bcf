package homeostat.cli;

import homeostat.array.FormatException;
import homeostat.dynamics.NonFiniteException;
import homeostat.lab.UserError;
import homeostat.task.DataException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The program: finds the verb, runs it, and turns what went wrong into lines and a status. */
public final class Main {
  private final Supplier<Catalogue> catalogue;
  private final Console console;

  /**
   * @param catalogue what is installed; asked for only by verbs that need it
   * @param console where to write
   */
  public Main(Supplier<Catalogue> catalogue, Console console) {
    this.catalogue = catalogue;
    this.console = console;
  }

  /** Runs the program and ends the process with its status. */
  public static void main(String[] arguments) {
    StandardError.takeBack();
    int status = new Main(Catalogue::installed, Console.system()).run(List.of(arguments));
    System.out.flush();
    System.exit(status);
  }

  /**
   * Runs a command line.
   *
   * @return the exit status
   */
  public int run(List<String> arguments) {
    try {
      return dispatch(arguments);
    } catch (UserError e) {
      e.lines().forEach(console::error);
      return Exit.MISTAKE;
    } catch (FormatException | DataException e) {
      console.error(String.valueOf(e.getMessage()));
      return Exit.MISTAKE;
    } catch (NonFiniteException e) {
      console.error(String.valueOf(e.getMessage()));
      return Exit.FAILED;
    } catch (UncheckedIOException e) {
      console.error(
          "a file could not be read or written: " + Objects.requireNonNullElse(e.getCause(), e));
      return Exit.MISTAKE;
    } catch (OutOfMemoryError e) {
      console.error(
          "the memory is used up (limit "
              + Runtime.getRuntime().maxMemory() / (1024 * 1024)
              + " MB, "
              + e.getMessage()
              + "): make the experiment smaller, or give more with HOMEOSTAT_JAVA_OPTS=-Xmx...");
      return Exit.MISTAKE;
    } catch (RuntimeException | Error e) {
      Optional<Path> report = BugReport.write(e, arguments);
      console.error(
          "a bug in Homeostat, sorry: "
              + e
              + report.map(file -> "; please report it with " + file).orElse(""));
      return Exit.BUG;
    }
  }

  private int dispatch(List<String> arguments) {
    Verbs verbs = Verbs.all(catalogue);
    if (arguments.isEmpty() || arguments.getFirst().equals("--help")) {
      console.print(verbs.help());
      return Exit.DONE;
    }
    String name = arguments.getFirst();
    List<String> rest = arguments.subList(1, arguments.size());
    if (name.equals("--version")) {
      console.print("homeostat " + Version.ours());
      return Exit.DONE;
    }
    Verb verb = verbs.named(name);
    if (asksForHelp(verb, rest)) {
      console.print(verb.page().help());
      return Exit.DONE;
    }
    return verb.run(rest, console);
  }

  /** What follows an original script is the script's own, {@code --help} too. */
  private static boolean asksForHelp(Verb verb, List<String> rest) {
    return verb instanceof LegacyVerb
        ? !rest.isEmpty() && rest.getFirst().equals("--help")
        : rest.contains("--help");
  }
}
