package homeostat.lyapunov.system;

import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.arithmetic.View;
import homeostat.rate.Activation;
import homeostat.rate.JacobianForm;
import homeostat.rate.RateNetwork;
import homeostat.rate.Units;

/**
 * A rate network with its tangent step and the reverse of both. With d = phi'(h) and W the adjoint
 * of V:
 *
 * <pre>
 * V' = leak V + step J (d o V)            o multiplies rows
 * P  = step J^T W'
 * Jbar += step W' (d o V)^T + step hbar' phi(h)^T
 * dbar = rowsum(P o V),   p = step J^T hbar'
 * W  = leak W' + d o P
 * hbar = leak hbar' + phi' o p + d'(h) o dbar
 * </pre>
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public final class RateSystem<A> implements AdjointSystem<A> {
  private final Arithmetic<A> arithmetic;
  private final RateNetwork network;
  private final JacobianForm form;
  private final int size;
  private final View<A> coupling;

  /** The transposed coupling, stored, which products with it read as it lies; empty until used. */
  private A turned;

  private final double[] h;
  private final double[] t;
  private final double[] slope;
  private final A vector;
  private final A product;
  private A scaled;
  private A back;
  private A couplingAdjoint;
  private final double[] gains;
  private final double[] shifts;
  private final double[] bias;
  private final Drive drive;
  private final double[] input;
  private double[][] driveAdjoint = new double[0][];

  /** A network under a Jacobian that is its own, or the published program's. */
  public RateSystem(Arithmetic<A> arithmetic, RateNetwork network, JacobianForm form) {
    this(arithmetic, network, form, Drive.NONE);
  }

  /** A network with input. */
  public RateSystem(Arithmetic<A> arithmetic, RateNetwork network, JacobianForm form, Drive drive) {
    if (drive instanceof Drive.Table table) {
      check(table.currents(), network.size());
    }
    this.drive = drive;
    this.arithmetic = arithmetic;
    this.network = network;
    this.form = form;
    size = network.size();
    coupling = View.of(arithmetic.from(network.coupling()), size, size);
    h = new double[size];
    t = new double[size];
    slope = new double[size];
    vector = arithmetic.array(size);
    product = arithmetic.array(size);
    turned = arithmetic.array(0);
    scaled = arithmetic.array(0);
    back = arithmetic.array(0);
    couplingAdjoint = arithmetic.array(0);
    gains = new double[network.units().gains().length];
    shifts = new double[gains.length];
    bias = new double[size];
    input = new double[size];
  }

  private static void check(double[][] currents, int units) {
    for (int n = 0; n < currents.length; n++) {
      if (currents[n].length != units) {
        throw new IllegalArgumentException(
            "input %d has %d numbers for %d units".formatted(n, currents[n].length, units));
      }
    }
  }

  @Override
  public Arithmetic<A> arithmetic() {
    return arithmetic;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double duration() {
    return network.duration();
  }

  @Override
  public void advance(long n, A x) {
    arithmetic.toDoubles(x, h);
    network.units().tanh(h, t);
    state(n, x);
  }

  @Override
  public void advance(long n, A x, A frame, int columns) {
    arithmetic.toDoubles(x, h);
    network.units().tanh(h, t);
    scaleFrame(frame, columns);
    arithmetic.gemm(
        network.step(),
        coupling,
        View.of(scaled, size, columns),
        network.leak(),
        View.of(frame, size, columns));
    state(n, x);
  }

  /** x <- leak x + step (J phi + b + I), given t. */
  private void state(long n, A x) {
    Units units = network.units();
    for (int i = 0; i < size; i++) {
      arithmetic.set(vector, i, units.value(t[i]));
    }
    arithmetic.gemv(network.step(), coupling, vector, network.leak(), x);
    for (int i = 0; i < size; i++) {
      input[i] = network.step() * network.bias()[i];
    }
    drive.add(n, network.step(), input);
    for (int i = 0; i < size; i++) {
      if (input[i] != 0) {
        arithmetic.set(x, i, arithmetic.get(x, i) + input[i]);
      }
    }
  }

  /** scaled <- d o V, given h and t; d stays in {@code slope} and {@code vector}. */
  private void scaleFrame(A frame, int columns) {
    form.slope(network.units(), h, t, slope);
    arithmetic.from(slope, vector);
    if (arithmetic.length(scaled) != size * columns) {
      scaled = arithmetic.array(size * columns);
    }
    arithmetic.scaleRows(vector, frame, scaled, size, columns);
  }

  @Override
  public void adjoint(long n, A x, A frame, int columns, A adjoint, A frameAdjoint) {
    if (arithmetic.length(couplingAdjoint) == 0) {
      couplingAdjoint = arithmetic.array(size * size);
    }
    arithmetic.toDoubles(x, h);
    network.units().tanh(h, t);
    double[] slopeAdjoint = new double[size];
    if (columns > 0) {
      frameAdjoint(frame, columns, frameAdjoint, slopeAdjoint);
    }
    driveAdjoint(n, adjoint);
    stateAdjoint(adjoint, slopeAdjoint);
  }

  private void driveAdjoint(long n, A adjoint) {
    if (!(drive instanceof Drive.Table table) || table.currents().length == 0) {
      return;
    }
    if (driveAdjoint.length == 0) {
      driveAdjoint = new double[table.currents().length][size];
    }
    double[] gathered = driveAdjoint[table.row(n)];
    for (int i = 0; i < size; i++) {
      gathered[i] += network.step() * arithmetic.get(adjoint, i);
    }
  }

  private void frameAdjoint(A frame, int columns, A frameAdjoint, double[] slopeAdjoint) {
    if (arithmetic.length(back) != size * columns) {
      back = arithmetic.array(size * columns);
    }
    scaleFrame(frame, columns);
    View<A> after = View.of(frameAdjoint, size, columns);
    arithmetic.gemm(
        network.step(),
        after,
        View.of(scaled, size, columns).transpose(),
        1,
        View.of(couplingAdjoint, size, size));
    arithmetic.gemm(
        network.step(), View.of(turned(), size, size), after, 0, View.of(back, size, columns));
    for (int i = 0; i < size; i++) {
      int at = i * columns;
      arithmetic.scale(network.leak(), frameAdjoint, at, columns);
      slopeAdjoint[i] = arithmetic.dot(back, at, frame, at, columns);
      arithmetic.axpy(slope[i], back, at, frameAdjoint, at, columns);
    }
  }

  private A turned() {
    if (arithmetic.length(turned) == 0) {
      double[] j = network.coupling();
      double[] out = new double[size * size];
      for (int i = 0; i < size; i++) {
        for (int e = 0; e < size; e++) {
          out[e * size + i] = j[i * size + e];
        }
      }
      turned = arithmetic.from(out);
    }
    return turned;
  }

  private void stateAdjoint(A adjoint, double[] slopeAdjoint) {
    Units units = network.units();
    arithmetic.gemv(network.step(), coupling.transpose(), adjoint, 0, product);
    for (int i = 0; i < size; i++) {
      arithmetic.set(vector, i, units.value(t[i]));
    }
    for (int i = 0; i < size; i++) {
      double after = arithmetic.get(adjoint, i);
      if (after != 0) {
        arithmetic.axpy(network.step() * after, vector, 0, couplingAdjoint, i * size, size);
        bias[i] += network.step() * after;
      }
    }
    for (int i = 0; i < size; i++) {
      double p = arithmetic.get(product, i);
      double bar = slopeAdjoint[i];
      double before =
          network.leak() * arithmetic.get(adjoint, i)
              + units.slope(i, t[i]) * p
              + slopeOfSlope(i) * bar;
      arithmetic.set(adjoint, i, before);
      parameters(i, p, bar);
    }
  }

  /** d'(h). */
  private double slopeOfSlope(int i) {
    Units units = network.units();
    if (form == JacobianForm.TRUE) {
      return units.curvature(i, t[i]);
    }
    double plain = StrictMath.tanh(h[i]);
    return -2 * units.gains()[units.types()[i]] * plain * (1 - plain * plain);
  }

  private void parameters(int i, double p, double bar) {
    Units units = network.units();
    Activation activation = units.activation();
    int type = units.types()[i];
    if (activation.modulated()) {
      double a = activation.amplitude();
      double q = 1 - t[i] * t[i];
      double distance = h[i] - units.shift(i);
      gains[type] += p * a * distance * q;
      shifts[type] -= p * a * units.gain(i) * q;
      if (form == JacobianForm.TRUE) {
        gains[type] += bar * (a * q - 2 * a * units.gain(i) * distance * t[i] * q);
        shifts[type] -= bar * units.curvature(i, t[i]);
      }
    }
    if (form == JacobianForm.PUBLISHED) {
      double plain = StrictMath.tanh(h[i]);
      gains[type] += bar * (1 - plain * plain);
    }
  }

  @Override
  public void forget() {
    couplingAdjoint = arithmetic.array(size * size);
    java.util.Arrays.fill(gains, 0);
    java.util.Arrays.fill(shifts, 0);
    java.util.Arrays.fill(bias, 0);
    driveAdjoint = new double[0][];
  }

  /** d loss / d I of each current of a table, [n][unit]; empty before a step back. */
  public double[][] driveGradient() {
    return driveAdjoint;
  }

  /** What has been gathered; the start's part is the adjoint of the first state. */
  public RateGradient gradient(A startAdjoint) {
    double[] byCoupling = new double[size * size];
    if (arithmetic.length(couplingAdjoint) > 0) {
      arithmetic.toDoubles(couplingAdjoint, byCoupling);
    }
    double[] byStart = new double[size];
    arithmetic.toDoubles(startAdjoint, byStart);
    return new RateGradient(byCoupling, bias.clone(), gains.clone(), shifts.clone(), byStart);
  }
}
