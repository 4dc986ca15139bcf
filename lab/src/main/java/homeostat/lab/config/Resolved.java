package homeostat.lab.config;

import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import java.util.List;
import java.util.Optional;

/**
 * A config ready to run: every value decided, each with its origin.
 *
 * @param kind the kind of experiment
 * @param config its config record
 * @param run the settings that every kind shares
 * @param notes lines worth telling once, when the run starts: warnings, and how the kind was found
 * @param inert one line for each given key that has no effect
 * @param entries every value, in the order of the schema, {@code run} first
 * @param source the file that was read, as it is; empty without one
 * @param <C> the config record
 */
public record Resolved<C extends Record>(
    Kind<C> kind,
    C config,
    RunSettings run,
    List<String> notes,
    List<String> inert,
    List<Entry> entries,
    Optional<String> source) {
  public Resolved {
    notes = List.copyOf(notes);
    inert = List.copyOf(inert);
    entries = List.copyOf(entries);
  }

  /** The same, read from a file of this text. */
  Resolved<C> from(Optional<String> text) {
    return new Resolved<>(kind, config, run, notes, inert, entries, text);
  }

  /** The text of {@code config.toml}: reading it back gives this config. */
  public String toml() {
    return ResolvedWriter.write(kind.name(), entries);
  }
}
