package homeostat.lab.config;

import homeostat.lab.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;

/**
 * An argument {@code a.b.c=value} or {@code a.b[0][1]=value} of a command line.
 *
 * @param key as written
 * @param path without indices
 * @param indices of the element to change; empty for the whole value
 * @param node the value: TOML, or else a bare word
 */
record Argument(String key, KeyPath path, List<Integer> indices, Node node) {
  private static final Pattern ARGUMENT =
      Pattern.compile("((?:\"[^\"]*\"|'[^']*'|[^\"'=])+)=(.*)", Pattern.DOTALL);
  private static final Pattern INDEXED =
      Pattern.compile("(.*?)((?:\\s*\\[\\s*\\d{1,9}\\s*])*)\\s*", Pattern.DOTALL);

  /** Reads an argument; {@link UserError} if it is none. */
  static Argument parse(String argument) {
    Matcher matcher = ARGUMENT.matcher(argument);
    if (!matcher.matches()) {
      throw new UserError(
          "command line: \""
              + argument
              + "\" is no setting; write key=value, for example run.seed=7");
    }
    String key = matcher.group(1).strip();
    Matcher indexed = INDEXED.matcher(key);
    List<Integer> indices = new ArrayList<>();
    if (!indexed.matches()) {
      throw noKey(key);
    }
    for (String index : indexed.group(2).split("[\\s\\[\\]]+")) {
      if (!index.isEmpty()) {
        indices.add(Integer.valueOf(index));
      }
    }
    KeyPath path = path(indexed.group(1), key);
    Origin origin = new Origin.CommandLine(key);
    String text = matcher.group(2);
    Node node =
        TomlText.value(text, origin)
            .orElseGet(() -> new Node.Scalar(text.strip(), text.strip(), origin));
    return new Argument(key, path, List.copyOf(indices), node);
  }

  private static KeyPath path(String dotted, String key) {
    try {
      List<String> names = Toml.parseDottedKey(dotted);
      if (!names.isEmpty() && names.size() <= 64) {
        return new KeyPath(names);
      }
    } catch (TomlParseError | IllegalArgumentException e) {
      throw noKey(key);
    }
    throw noKey(key);
  }

  private static UserError noKey(String key) {
    return new UserError(
        "command line: "
            + key
            + ": is no key; keys are words joined by dots, then [0][1] for an element");
  }
}
