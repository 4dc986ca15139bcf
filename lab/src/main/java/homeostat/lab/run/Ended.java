package homeostat.lab.run;

import homeostat.lab.record.RunFolder;

/**
 * A run that has ended, in whatever way.
 *
 * @param folder where it lies
 * @param outcome how it ended
 */
public record Ended(RunFolder folder, Outcome outcome) {}
