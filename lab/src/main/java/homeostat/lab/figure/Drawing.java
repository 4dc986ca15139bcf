package homeostat.lab.figure;

import java.util.function.Supplier;

/**
 * A figure to be drawn later: a name (the file's, without folder and ending) and the way to make it
 * from data that was copied.
 *
 * @param name file name without ending
 * @param figure makes the figure; runs on the drawing thread
 */
public record Drawing(String name, Supplier<Figure> figure) {}
