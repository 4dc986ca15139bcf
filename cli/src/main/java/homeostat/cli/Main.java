package homeostat.cli;

import homeostat.array.FormatException;
import homeostat.dynamics.NonFiniteException;
import homeostat.lab.UserError;
import homeostat.lab.Version;
import homeostat.lab.config.ExtensionFault;
import homeostat.lab.record.Trouble;
import homeostat.lab.run.Budget;
import homeostat.task.dataset.DataException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      Trouble.at(e).lines().forEach(console::error);
      return Exit.MISTAKE;
    } catch (OutOfMemoryError e) {
      console.error(
          "the memory is used up (limit "
              + Budget.text(Runtime.getRuntime().maxMemory())
              + ", "
              + e.getMessage()
              + "): make the experiment smaller, or give more with HOMEOSTAT_JAVA_OPTS=-Xmx...");
      return Exit.MISTAKE;
    } catch (RuntimeException | Error e) {
      Optional<Path> report = BugReport.write(e, arguments);
      Optional<String> theirs = ExtensionFault.of(e);
      if (theirs.isPresent()) {
        console.error(
            "class path: "
                + theirs.get()
                + " failed with "
                + e
                + report.map(file -> "; its stack trace is in " + file).orElse(""));
        return Exit.MISTAKE;
      }
      console.error(
          "a bug in Homeostat, sorry: "
              + e
              + report.map(file -> "; please report it with " + file).orElse(""));
      return Exit.BUG;
    }
  }

  private int dispatch(List<String> arguments) {
    Verbs verbs = Verbs.all(catalogue);
    if (arguments.isEmpty()) {
      console.print(verbs.help());
      return Exit.DONE;
    }
    List<String> flags = arguments.stream().takeWhile(Flag::known).toList();
    if (flags.size() == arguments.size()) {
      throw new UserError(
          String.join(" ", flags) + " needs a verb (homeostat --help lists the verbs)");
    }
    String name = arguments.get(flags.size());
    if (name.equals("--version")) {
      console.print("homeostat " + Version.ours());
      return Exit.DONE;
    }
    if (name.equals("--help")) {
      console.print(verbs.help());
      return Exit.DONE;
    }
    Verb verb = verbs.named(name);
    Arguments.parse(flags, verb.page()); // tells of a flag that the verb does not take
    List<String> rest = new ArrayList<>(flags);
    rest.addAll(arguments.subList(flags.size() + 1, arguments.size()));
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
