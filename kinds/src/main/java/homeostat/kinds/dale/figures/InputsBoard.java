package homeostat.kinds.dale.figures;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Panel;
import java.util.List;

/**
 * What homeostasis holds where images change otherwise than in brightness: with noise, and with
 * fewer of their principal components.
 *
 * @param noises deviations
 * @param noisy layers at each deviation
 * @param components numbers of principal components
 * @param reduced layers at each number
 */
public record InputsBoard(
    double[] noises,
    List<HomeostasisBoard.Layer> noisy,
    double[] components,
    List<HomeostasisBoard.Layer> reduced) {

  /** The figure. */
  public Figure draw() {
    MomentPanels left = new MomentPanels(Axis.of("deviation of noise"), noises, noisy);
    MomentPanels right =
        new MomentPanels(Axis.log("principal components of the images"), components, reduced);
    return new Board("", List.of(column(left), column(right)), 11, 7);
  }

  private static Column column(MomentPanels panels) {
    return new Column(1, List.of(new Panel(1, panels.means()), new Panel(1, panels.variances())));
  }
}
