package homeostat.cli.wiring;

import homeostat.connectome.measure.SpectralRadius;
import homeostat.kernel.Csr;
import homeostat.lab.figure.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The eigenvalues of a small weight matrix in the complex plane, with the spectral radius. */
final class Eigenvalues {
  private static final int CORNERS = 200;

  private Eigenvalues() {}

  static Optional<Figure> of(Csr weights, SpectralRadius radius) {
    return SpectralRadius.eigenvalues(weights)
        .map(values -> {
          double[] angle = new double[CORNERS + 1];
          Arrays.setAll(angle, k -> 2 * Math.PI * k / CORNERS);
          double r = radius.value();
          return new Figure.Scatter(
              "Eigenvalues",
              Figure.Axis.of("real part"),
              Figure.Axis.of("imaginary part"),
              List.of(new Figure.Points("", Figure.Ink.FIRST, values[0], values[1])),
              List.of(),
              List.of(
                  new Figure.Curve(
                      "spectral radius",
                      Figure.Ink.NEUTRAL,
                      Arrays.stream(angle).map(a -> r * Math.cos(a)).toArray(),
                      Arrays.stream(angle).map(a -> r * Math.sin(a)).toArray())));
        });
  }
}
