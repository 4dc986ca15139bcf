package homeostat.lab.run;

import homeostat.lab.figure.Figure;
import java.nio.file.Path;

/** Draws a figure: {@code base.png}, and its numbers beside it in {@code base.npz}. */
@FunctionalInterface
public interface FigureSink {
  /**
   * @param base path without ending; its folder exists
   */
  void draw(Path base, Figure figure);
}
