package homeostat.lab;

import homeostat.kernel.Parallel;
import java.util.function.Consumer;

/**
 * What an experiment gets from outside before it starts.
 *
 * @param seed seed of every stream
 * @param memory budget in bytes
 * @param parallel the threads that work
 * @param note takes a line worth telling the user (console and log)
 */
public record Setup(long seed, long memory, Parallel parallel, Consumer<String> note) {}
