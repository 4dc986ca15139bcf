package homeostat.lab;

import homeostat.lab.config.Problems;
import java.nio.file.Path;
import java.util.List;

/**
 * A kind of experiment: a name, a config record and a way to open an experiment on it. Found as a
 * service ({@code META-INF/services/homeostat.lab.Kind}), so that a jar on the class path adds one.
 *
 * @param <C> the config record, whose components carry {@link homeostat.lab.config.Key}
 */
public interface Kind<C extends Record> {

  /** Its name, as in {@code kind = "..."}: lower case, words joined by hyphens. */
  String name();

  /** One sentence: the question it answers. */
  String summary();

  /** The config record's class. */
  Class<C> schema();

  /**
   * Sections that a file without a {@code kind} must have to be taken for this kind; none means
   * that its required keys are enough.
   */
  default List<String> signature() {
    return List.of();
  }

  /**
   * Finds mistakes that no range can tell: fields that contradict each other, tables of wrong
   * shape.
   */
  default void check(C config, Problems problems) {}

  /**
   * Files that a run reads beside those that its config names by path, as far as they are there: a
   * data set that is known by name. They are recorded with their hashes.
   *
   * @throws UserError if the config says to look where nothing can be
   */
  default List<Path> inputs(C config) {
    return List.of();
  }

  /** What a run will need. Reads the config only; allocates nothing large. */
  Estimate estimate(C config, RunSettings settings);

  /**
   * Opens an experiment: derives everything fixed from config and seed (wiring, constants). Writes
   * nothing.
   *
   * @throws UserError if an input file is wrong
   */
  Experiment<?> open(C config, Setup setup);
}
