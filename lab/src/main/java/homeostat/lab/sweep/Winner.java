package homeostat.lab.sweep;

/**
 * The best cell of a sweep that has objectives.
 *
 * @param cell its name; of cells that differ in the seed alone, the first
 * @param score mean over repeats
 */
public record Winner(String cell, double score) {}
