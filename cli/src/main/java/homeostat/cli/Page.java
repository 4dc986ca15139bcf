package homeostat.cli;

import java.util.Set;

/**
 * What a verb tells of itself.
 *
 * @param name the verb
 * @param group where it stands on the help page
 * @param synopsis what follows the verb
 * @param summary a few words for the help page
 * @param flags the flags it takes
 * @param words how many words it takes at most, settings not counted
 * @param text its help: what it does, settings, examples
 */
public record Page(
    String name,
    Group group,
    String synopsis,
    String summary,
    Set<Flag> flags,
    int words,
    String text) {

  /** The whole help of the verb. */
  public String help() {
    return "homeostat "
        + name
        + (synopsis.isEmpty() ? "" : " " + synopsis)
        + "\n\n"
        + text.stripTrailing();
  }
}
