package homeostat.task.dataset;

import java.nio.file.Path;

/**
 * A package of an operating system that carries a data set.
 *
 * @param folder where it puts the files
 * @param command how to install it
 */
public record SystemPackage(Path folder, String command) {}
