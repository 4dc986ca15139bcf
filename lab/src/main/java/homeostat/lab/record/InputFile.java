package homeostat.lab.record;

import homeostat.lab.RunSettings;
import java.nio.file.Path;

/**
 * A file that a run reads.
 *
 * @param path where it is
 * @param strategy how it is kept with the run
 */
public record InputFile(Path path, RunSettings.Inputs strategy) {}
