package homeostat.lab.config;

import homeostat.lab.Kind;
import homeostat.lab.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From a file or the name of a kind, and {@code key=value} arguments, to a config that can run.
 * Whatever the user wrote, the only exception is {@link UserError}, and it tells every mistake.
 */
public final class ConfigLoader {
  /** Keys at the top of a file that belong to every kind. */
  static final List<String> RESERVED = List.of("kind", "run", "grid");

  private ConfigLoader() {}

  /**
   * Loads a config.
   *
   * @param target a file, or the name of a kind, which then runs with its defaults
   * @param arguments {@code a.b=value}, {@code a.b[0]=value}; {@code kind=NAME} names the kind; a
   *     key of {@code [run]} may stand without {@code run.}; one key given twice says the same
   */
  public static Resolved<?> load(String target, List<String> arguments, Kinds kinds) {
    return load(open(target, kinds), arguments, kinds);
  }

  /**
   * What a target of the command line stands for: a file as it was read, or a kind alone.
   *
   * @param target a file, or the name of a kind
   */
  public static Document open(String target, Kinds kinds) {
    return kinds.find(target).isPresent()
        ? Document.ofKind(target)
        : Document.read(path(target, kinds));
  }

  /** As {@link #load(String, List, Kinds)}, from a document that was read before. */
  public static Resolved<?> load(Document document, List<String> arguments, Kinds kinds) {
    return attempt(document, arguments, kinds).resolve().from(document.source());
  }

  /**
   * Whether the key of an argument holds a list, so that brackets behind it are one value.
   *
   * @param argument {@code key=value}
   * @param others the arguments that stand with it
   */
  public static boolean takesList(
      Document document, List<String> others, String argument, Kinds kinds) {
    return attempt(document, others, kinds).takesList(Argument.parse(argument));
  }

  /** As {@link #takesList}: whether the key of an argument holds a whole number. */
  public static boolean takesWhole(
      Document document, List<String> others, String argument, Kinds kinds) {
    return attempt(document, others, kinds).takesWhole(Argument.parse(argument));
  }

  private static Attempt<?> attempt(Document document, List<String> arguments, Kinds kinds) {
    Optional<Node> kind = document.root().find(KeyPath.of("kind"));
    List<Argument> rest = new ArrayList<>();
    for (Argument argument : parse(arguments)) {
      if (argument.key().equals("kind")) {
        kind = Optional.of(argument.node());
      } else {
        rest.add(argument);
      }
    }
    return kind.isPresent()
        ? new Attempt<>(named(kind.get(), document, kinds), document, rest)
        : recognise(document, rest, kinds);
  }

  private static Path path(String target, Kinds kinds) {
    try {
      Path file = Path.of(target);
      if (Files.exists(file) || target.endsWith(".toml") || file.getNameCount() > 1) {
        return file;
      }
    } catch (java.nio.file.InvalidPathException e) {
      throw new UserError(
          "command line: \""
              + target
              + "\" can be no file here ("
              + e.getReason()
              + "; letters beyond ASCII need a UTF-8 locale, for example LC_ALL=C.UTF-8), and "
              + kinds.unknown(target));
    }
    throw new UserError("command line: no file " + target + ", and " + kinds.unknown(target));
  }

  private static List<Argument> parse(List<String> arguments) {
    List<Argument> parsed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String argument : arguments) {
      try {
        parsed.add(Argument.parse(argument));
      } catch (UserError e) {
        wrong.addAll(e.lines());
      }
    }
    if (!wrong.isEmpty()) {
      throw new UserError(wrong);
    }
    return parsed;
  }

  private static Kind<?> named(Node node, Document document, Kinds kinds) {
    String place = node.origin().place(document.name());
    if (!(node instanceof Node.Scalar scalar && scalar.value() instanceof String name)) {
      String message = "found " + TomlText.write(node) + ", expected the name of a kind in quotes";
      throw new UserError(new Problem(place, "kind", message).toString());
    }
    return kinds
        .find(name)
        .orElseThrow(
            () -> new UserError(new Problem(place, "kind", kinds.unknown(name)).toString()));
  }

  private static Attempt<?> recognise(Document document, List<Argument> arguments, Kinds kinds) {
    List<Attempt<?>> attempts = new ArrayList<>();
    for (Kind<?> kind : kinds.list()) {
      attempts.add(new Attempt<>(kind, document, arguments));
    }
    List<Attempt<?>> fitting =
        attempts.stream()
            .<Attempt<?>>map(a -> a)
            .filter(a -> a.findings().fits())
            .filter(a -> a.kind().signature().stream().allMatch(document::has))
            .toList();
    if (fitting.size() == 1) {
      Attempt<?> only = fitting.getFirst();
      only.findings().note("kind: " + only.kind().name() + " (recognised by its keys)");
      return only;
    }
    if (!fitting.isEmpty()) {
      List<String> names = fitting.stream().map(attempt -> attempt.kind().name()).toList();
      throw new UserError(
          new Problem(
                  document.name(),
                  "kind",
                  "is not given, and several kinds fit: "
                      + String.join(", ", names)
                      + "; write kind = \""
                      + names.getFirst()
                      + "\" at the top of the file")
              .toString());
    }
    throw new UserError(none(document, attempts));
  }

  private static List<String> none(Document document, List<Attempt<?>> attempts) {
    List<String> lines = new ArrayList<>();
    List<String> names = attempts.stream().map(attempt -> attempt.kind().name()).toList();
    Optional<Attempt<?>> nearest =
        attempts.stream()
            .<Attempt<?>>map(attempt -> attempt)
            .min(Comparator.comparingLong(attempt -> attempt.findings().misfits()));
    lines.add(
        new Problem(
                document.name(),
                "kind",
                "is not given, and no kind fits; write kind = \"...\" at the top of the file, one"
                    + " of "
                    + String.join(", ", names)
                    + nearest
                        .map(a -> ". The nearest is " + a.kind().name() + ", where this is wrong:")
                        .orElse(""))
            .toString());
    nearest.ifPresent(attempt -> lines.addAll(attempt.findings().lines()));
    return lines;
  }
}
