package homeostat.lab.config;

import java.nio.file.Path;

/** Where a value comes from. */
public sealed interface Origin {

  /** Short form for the comment behind a value: {@code file.toml:12}, {@code default}. */
  String label();

  /** Place to blame for a mistake; {@code whole} (the file's name) if there is no better one. */
  String place(String whole);

  /** The key as the user wrote it; empty for what nobody wrote. */
  String key();

  /**
   * A place in a file.
   *
   * @param file as the user named it
   * @param line counted from 1
   * @param column counted from 1
   * @param key the dotted key as it stands there, with indices of elements
   */
  record InFile(String file, int line, int column, String key) implements Origin {
    @Override
    public String label() {
      Path name = Path.of(file).getFileName();
      return (name == null ? file : name.toString()) + ":" + line;
    }

    @Override
    public String place(String whole) {
      return file + ":" + line + ":" + column;
    }
  }

  /**
   * An argument {@code key=value}.
   *
   * @param key as written there
   */
  record CommandLine(String key) implements Origin {
    @Override
    public String label() {
      return "command line";
    }

    @Override
    public String place(String whole) {
      return label();
    }
  }

  /** The schema's default, or a section that nobody wrote. */
  record Default() implements Origin {
    @Override
    public String label() {
      return "default";
    }

    @Override
    public String place(String whole) {
      return whole;
    }

    @Override
    public String key() {
      return "";
    }
  }

  /**
   * Taken over from another key of the same meaning.
   *
   * @param source that key
   * @param origin where that one stands
   */
  record From(String source, Origin origin) implements Origin {
    @Override
    public String label() {
      return "from " + source;
    }

    @Override
    public String place(String whole) {
      return origin.place(whole);
    }

    @Override
    public String key() {
      return origin.key();
    }
  }
}
