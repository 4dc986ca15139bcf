package homeostat.connectome;

import java.util.ArrayList;
import java.util.List;

/**
 * Where wiring comes from and every decision that shaped it, in order.
 *
 * @param sources the files it was read from
 * @param decisions what was done, with what it counted
 */
public record Provenance(List<Source> sources, List<Decision> decisions) {

  /** Copies the lists. */
  public Provenance {
    sources = List.copyOf(sources);
    decisions = List.copyOf(decisions);
  }

  /**
   * A file.
   *
   * @param file as it was named
   * @param sha256 of its bytes as they are on disk, in hexadecimal
   */
  public record Source(String file, String sha256) {}

  /**
   * One decision.
   *
   * @param what what was done, in words
   * @param count how many things it concerned (edges dropped, neurons left over, ...)
   * @param warning whether the user should look at it
   */
  public record Decision(String what, long count, boolean warning) {
    @Override
    public String toString() {
      return (warning ? "warning: " : "") + what + " (" + count + ")";
    }
  }

  /** Nothing recorded yet. */
  public static Provenance none() {
    return new Provenance(List.of(), List.of());
  }

  /** With a file more. */
  public Provenance from(String file, String sha256) {
    List<Source> more = new ArrayList<>(sources);
    more.add(new Source(file, sha256));
    return new Provenance(more, decisions);
  }

  /** With a decision more. */
  public Provenance note(String what, long count) {
    return with(new Decision(what, count, false));
  }

  /** With a decision more that the user should look at. */
  public Provenance warn(String what, long count) {
    return with(new Decision(what, count, true));
  }

  /** With everything of {@code later} behind it. */
  public Provenance then(Provenance later) {
    List<Source> files = new ArrayList<>(sources);
    files.addAll(later.sources);
    List<Decision> all = new ArrayList<>(decisions);
    all.addAll(later.decisions);
    return new Provenance(files, all);
  }

  /** The decisions that the user should look at. */
  public List<Decision> warnings() {
    return decisions.stream().filter(Decision::warning).toList();
  }

  private Provenance with(Decision decision) {
    List<Decision> more = new ArrayList<>(decisions);
    more.add(decision);
    return new Provenance(sources, more);
  }
}
