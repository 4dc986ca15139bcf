package homeostat.lab.config;

import java.util.List;

/**
 * One key of a schema, for help, completion and documents.
 *
 * @param path where it stands; a name that the user chooses is {@code <name>}, and an element of a
 *     list of sections is {@code <name>} too
 * @param form whether it holds a value or keys of its own, which are listed after it
 * @param type in a word or two
 * @param unit empty for a pure number
 * @param range for example {@code 1 .. 1024}; empty for any
 * @param fallback default as it would stand in a file; empty for none
 * @param required whether a file must give it
 * @param sentence what it means
 * @param also full paths of keys that mean the same
 * @param feeds name of the key of {@code [run]} that it sets; empty for none
 * @param inert why it changes nothing; empty if it does
 */
public record SchemaKey(
    KeyPath path,
    Form form,
    String type,
    String unit,
    String range,
    String fallback,
    boolean required,
    String sentence,
    List<KeyPath> also,
    String feeds,
    String inert) {

  /** What a key holds. */
  public enum Form {
    /** A value. */
    VALUE,
    /** A section with keys of its own. */
    SECTION,
    /** Sections under names that the user chooses. */
    NAMED,
    /** A list of sections. */
    LISTED
  }
}
