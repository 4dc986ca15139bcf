package homeostat.task.memory;

import homeostat.kernel.Stream;

/**
 * A task for a recurrent network: what trials look like, and how answers are scored. A record of
 * its settings; a user's own task is a class of a jar with a {@link Provider} as a service.
 */
public interface MemoryTask {

  /** Input channels I of its trials. */
  int channels();

  /** Outputs O of a network that solves it: 1 for values, the number of classes otherwise. */
  int outputs();

  /** The trials of a stream: always the same for the same stream. */
  Trials draw(Stream stream);

  /** Whether the answer is a class, scored by log-likelihood, rather than a value. */
  default boolean classifies() {
    return outputs() > 1;
  }

  /** Finds a task by name. */
  interface Provider {
    /** What users call the task. */
    String name();

    /**
     * The task with some settings.
     *
     * @throws IllegalArgumentException naming the setting that does not fit
     */
    MemoryTask create(TaskSettings settings);
  }
}
