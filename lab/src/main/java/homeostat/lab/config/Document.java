package homeostat.lab.config;

import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A config file as it was read, or none. Syntax only: what the keys mean is the schema's. */
public final class Document {
  private final String name;
  private final Node.Section root;
  private final Optional<String> text;

  private Document(String name, Node.Section root, Optional<String> text) {
    this.name = name;
    this.root = root;
    this.text = text;
  }

  /** No file: every value is an argument or a default of a kind. */
  public static Document ofKind(String kind) {
    Node name = new Node.Scalar(kind, "", new Origin.CommandLine("kind"));
    return new Document(
        "command line", Node.Section.empty().with(KeyPath.of("kind"), name), Optional.empty());
  }

  /**
   * Reads a file.
   *
   * @throws UserError if there is no such file, it is no UTF-8 text or no TOML; every syntax error
   *     is told
   */
  public static Document read(Path file) {
    return parse(file.toString(), text(file));
  }

  /**
   * Reads a text.
   *
   * @param name of the file, for messages
   * @throws UserError if it is no TOML
   */
  public static Document parse(String name, String text) {
    Findings findings = new Findings(name);
    String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Node.Section root = TomlText.read(clean, name, findings);
    findings.raise();
    return new Document(name, root, Optional.of(text));
  }

  private static String text(Path file) {
    if (Files.isDirectory(file)) {
      throw new UserError(file + ": is a folder; give the TOML file in it");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UserError(file + ": no such file; check the path");
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage());
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UserError(file + ":" + badLine(bytes) + ":1: is no UTF-8 text; save it as UTF-8");
    }
  }

  private static int badLine(byte[] bytes) {
    int line = 1;
    for (String text : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      if (text.indexOf('\uFFFD') >= 0) {
        return line;
      }
      line++;
    }
    return 1;
  }

  /** The file as it was read, unchanged; empty without a file. */
  Optional<String> source() {
    return text;
  }

  /** The file as the user named it, or {@code command line}. */
  public String name() {
    return name;
  }

  /** Whether it has a section or key of this name at its top. */
  public boolean has(String key) {
    return root.entries().containsKey(key);
  }

  /** The same without a section at its top. */
  public Document without(String key) {
    return new Document(name, root.without(KeyPath.ROOT.child(key)), text);
  }

  /** The value of a key, as it stands in the file. */
  public Optional<TomlValue> value(String key) {
    return root.find(KeyPath.of(key)).map(node -> new TomlValue(TomlText.write(node)));
  }

  /**
   * A section as a record, read apart from the rest; by its defaults if the file does not have it.
   *
   * @param arguments {@code section.key=value}
   * @throws UserError with every mistake in it
   */
  public <C extends Record> C section(String key, Class<C> type, List<String> arguments) {
    KeyPath path = KeyPath.ROOT.child(key);
    Node.Section all = root;
    for (String text : arguments) {
      Argument argument = Argument.parse(text);
      if (!argument.indices().isEmpty()) {
        throw new UserError("command line: " + argument.key() + ": give the whole list instead");
      }
      all = all.with(argument.path(), argument.node());
    }
    Optional<Node> node = all.find(path).or(() -> Optional.of(Node.Section.empty()));
    Schema schema = Schema.of(type);
    Findings findings = new Findings(name, new Known(schema.keysUnder(path)));
    if (!(node.get() instanceof Node.Section section)) {
      throw new UserError(
          new Problem(node.get().origin().place(name), key, "is a value, expected a section")
              .toString());
    }
    Optional<Values.Bound> bound = new Binder(findings).bind(schema, section, path.toString());
    findings.raise();
    return type.cast(bound.orElseThrow().value());
  }

  Node.Section root() {
    return root;
  }
}
