package homeostat.lab.run;

/**
 * What running takes from outside.
 *
 * @param progress where users read how far it is
 * @param figures draws
 * @param report writes the report at the end
 * @param interrupts the wish to stop
 * @param kernel name of the kernel provider in use
 */
public record Surroundings(
    Progress progress, FigureSink figures, Report report, Interrupts interrupts, String kernel) {}
