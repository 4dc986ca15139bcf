package homeostat.lab;

import java.util.List;

/** The user's mistake: told in plain lines, exit status 2, nothing written. */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final List<String> lines;

  /** A mistake in one line: what is wrong, with its place and value, and what to do. */
  public UserError(String line) {
    this(List.of(line));
  }

  /** Several mistakes at once. */
  public UserError(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /** One line a mistake. */
  public List<String> lines() {
    return lines;
  }
}
