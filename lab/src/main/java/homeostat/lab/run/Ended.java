package homeostat.lab.run;

/**
 * A run that has ended, in whatever way.
 *
 * @param folder where it lies
 * @param outcome how it ended
 */
public record Ended(RunFolder folder, Outcome outcome) {}
