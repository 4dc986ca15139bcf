package homeostat.kinds.dale.figures;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Panel;
import homeostat.lab.figure.Figure.Points;
import homeostat.lab.figure.Figure.Scatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What homeostasis holds: mean and variance over a layer's units, of its excitatory drive and of
 * what inhibition leaves of it, across shifts of brightness; and excitation against inhibition,
 * unit by unit.
 *
 * @param shifts of brightness
 * @param layers in order
 */
public record HomeostasisBoard(double[] shifts, List<Layer> layers) {
  private static final int EACH = 3;

  /** Moments of a layer at each shift, and means over images of each unit. */
  public static final class Layer {
    private final String name;
    private final boolean driven;
    private final double[] mean;
    private final double[] variance;
    private final double[] driveMean;
    private final double[] driveVariance;
    private double[] excitation = new double[0];
    private double[] inhibition = new double[0];

    private Layer(String name, int shifts, boolean driven) {
      this.name = name;
      this.driven = driven;
      this.mean = new double[shifts];
      this.variance = new double[shifts];
      this.driveMean = new double[shifts];
      this.driveVariance = new double[shifts];
    }

    String name() {
      return name;
    }

    boolean driven() {
      return driven;
    }

    /**
     * Nothing measured yet.
     *
     * @param driven whether the excitatory drive is known
     */
    public static Layer of(String name, int shifts, boolean driven) {
      return new Layer(name, shifts, driven);
    }

    /** Mean over units of the layer's output, [shift]. */
    public double[] mean() {
      return mean;
    }

    /** Variance over units of the layer's output, [shift]. */
    public double[] variance() {
      return variance;
    }

    /** Mean over units of the excitatory drive, [shift]. */
    public double[] driveMean() {
      return driveMean;
    }

    /** Variance over units of the excitatory drive, [shift]. */
    public double[] driveVariance() {
      return driveVariance;
    }

    /** Makes room for units. */
    public void begin(int units) {
      excitation = new double[units];
      inhibition = new double[units];
    }

    /** Mean excitation of each unit without a shift; empty if not measured. */
    public double[] excitation() {
      return excitation;
    }

    /** Mean inhibition of each unit without a shift; empty if not measured. */
    public double[] inhibition() {
      return inhibition;
    }
  }

  public HomeostasisBoard {
    layers = List.copyOf(layers);
  }

  /** The figure. */
  public Figure draw() {
    List<Column> columns = new ArrayList<>();
    List<Panel> moments = new ArrayList<>();
    MomentPanels drawn = new MomentPanels(Axis.of("shift of brightness"), shifts, layers);
    moments.add(new Panel(1, drawn.means()));
    moments.add(new Panel(1, drawn.variances()));
    columns.add(new Column(1.15, moments));
    List<Panel> balance = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer.excitation().length > 0 && balance.size() < EACH) {
        balance.add(new Panel(1, balance(layer)));
      }
    }
    if (!balance.isEmpty()) {
      columns.add(new Column(1, balance));
    }
    return new Board("", columns, columns.size() > 1 ? 11 : 6.5, 7);
  }

  private static Scatter balance(Layer layer) {
    Points points = new Points("a unit", Ink.FIRST, layer.excitation(), layer.inhibition());
    double low =
        DoubleStream.concat(
                DoubleStream.of(layer.excitation()), DoubleStream.of(layer.inhibition()))
            .min()
            .orElse(0);
    double high =
        DoubleStream.concat(
                DoubleStream.of(layer.excitation()), DoubleStream.of(layer.inhibition()))
            .max()
            .orElse(1);
    double[] ends = {low, high};
    return new Scatter(
        layer.name + ": balance",
        Axis.of("mean excitation"),
        Axis.of("mean inhibition"),
        List.of(points),
        List.of(),
        List.of(new Curve("in balance", Ink.TARGET, ends, ends)));
  }
}
