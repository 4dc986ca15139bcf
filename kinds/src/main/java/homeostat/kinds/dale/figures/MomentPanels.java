package homeostat.kinds.dale.figures;

import homeostat.kinds.dale.figures.HomeostasisBoard.Layer;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * Mean and variance over the units of each layer, of its excitatory drive and of what inhibition
 * leaves of it, against a change of the images.
 *
 * @param x what is changed
 * @param levels how much
 * @param layers measured at each level
 */
record MomentPanels(Axis x, double[] levels, List<Layer> layers) {

  Lines means() {
    List<Curve> curves = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      if (layer.driven()) {
        curves.add(
            new Curve(layer.name() + " excitation", Ink.cycle(2 * l), levels, layer.driveMean()));
      }
      curves.add(new Curve(held(layer), Ink.cycle(2 * l + 1), levels, layer.mean()));
    }
    List<Mark> marks = List.of(new Mark("", Ink.TARGET, false, 0));
    return new Lines("Mean over units", x, Axis.of("mean"), curves, marks);
  }

  Lines variances() {
    List<Curve> curves = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      if (layer.driven()) {
        curves.add(
            new Curve(
                layer.name() + " excitation", Ink.cycle(2 * l), levels, layer.driveVariance()));
      }
      curves.add(new Curve(held(layer), Ink.cycle(2 * l + 1), levels, layer.variance()));
    }
    List<Mark> marks = List.of(new Mark("", Ink.TARGET, false, 1));
    return new Lines("Variance over units", x, Axis.log("variance"), curves, marks);
  }

  /**
   * What a curve of what inhibition leaves is called; a layer without a known drive has no other.
   */
  private static String held(Layer layer) {
    return layer.driven() ? layer.name() + " balanced" : layer.name();
  }
}
