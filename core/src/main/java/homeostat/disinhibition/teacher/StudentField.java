package homeostat.disinhibition.teacher;

import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.Tangent;
import homeostat.dynamics.VectorField;

/**
 * Two layers of pairs in continuous time, with pre_1 = x(t), pre_2 = rE_1 and output rE_2:
 *
 * <pre>
 * tauE duE_l = -uE_l + pre_l W_l + b_l - phiI(uI_l)
 * tauI duI_l = -uI_l + rE_l - c Q_l
 * c = kP e + kI cInt,   e = y(t) - rE_2,   tau dcInt = e - leak cInt
 * tauQ dQ_l = -Q_l + Q*_l(t)
 * tauW dW_l = pre_l' eps_l,   tauW db_l = eps_l
 * </pre>
 *
 * with Q*_2 = diag(phiE'(uE_2) phiI'(uI_2)) and Q*_1 = diag(phiE'(uE_2)) W_2' diag(phiE'(uE_1)
 * phiI'(uI_1)), each scaled to a Frobenius norm. The local error, which is added, is
 *
 * <pre>
 * exact    eps = (rE - uI) phiE'(uE)           approx    eps = (rE - T(phiI(uI))) phiE'(uE)
 * </pre>
 *
 * with T the tangent of phiI's inverse. The published program takes phiE' at the rate rE, and for T
 * the tangent of phiE's inverse, applied to uI.
 */
public final class StudentField implements VectorField {
  private final StudentShape shape;
  private final StudentSettings settings;
  private final Mode mode;
  private final Drive drive;
  private final Pairs pairs;
  private final Tangent line;
  private final double[] x;
  private final double[] y;
  private final double[] c;
  private final double[][] rates;
  private final double[][] wanted;

  /** What a network is given at a time. */
  public interface Drive {
    /** Writes inputs x(t) and targets y(t). */
    void at(double t, double[] x, double[] y);
  }

  /** Of a network that is driven so. */
  public StudentField(StudentShape shape, StudentSettings settings, Mode mode, Drive drive) {
    this.shape = shape;
    this.settings = settings;
    this.mode = mode;
    this.drive = drive;
    pairs = settings.pairs();
    SoftRectifier inverted = settings.published() ? pairs.excitatory() : pairs.inhibitory();
    line = inverted.tangent(settings.around());
    x = new double[shape.inputs()];
    y = new double[shape.outputs()];
    c = new double[shape.outputs()];
    rates = new double[][] {new double[shape.hidden()], new double[shape.outputs()]};
    wanted =
        new double[][] {
          new double[shape.outputs() * shape.hidden()],
          new double[shape.outputs() * shape.outputs()]
        };
  }

  @Override
  public void slope(double t, double[] state, double[] slope) {
    drive.at(t, x, y);
    for (int l = 0; l < 2; l++) {
      for (int h = 0; h < shape.units(l); h++) {
        rates[l][h] = pairs.excitatory().rate(state[shape.excitatory(l) + h]);
      }
    }
    steer(state, slope);
    for (int l = 0; l < 2; l++) {
      potentials(l, state, slope);
      learn(l, state, slope);
    }
    if (mode.feedbackMoves) {
      feedback(state, wanted[0], wanted[1]);
    }
    for (int l = 0; l < 2; l++) {
      int at = shape.feedback(l);
      for (int i = 0; i < wanted[l].length; i++) {
        slope[at + i] = mode.feedbackMoves ? (wanted[l][i] - state[at + i]) / settings.tauQ() : 0;
      }
    }
  }

  private void steer(double[] state, double[] slope) {
    int at = shape.integrator();
    for (int o = 0; o < shape.outputs(); o++) {
      double error = y[o] - rates[1][o];
      double integrator = state[at + o];
      c[o] = mode.controlled ? settings.controller().control(error, integrator) : 0;
      slope[at + o] =
          mode.controlled ? settings.controller().integratorSlope(error, integrator) : 0;
    }
  }

  private void potentials(int l, double[] state, double[] slope) {
    double[] pre = l == 0 ? x : rates[0];
    int units = shape.units(l);
    int w = shape.weights(l);
    for (int h = 0; h < units; h++) {
      double drive = state[shape.bias(l) + h];
      for (int i = 0; i < pre.length; i++) {
        drive += pre[i] * state[w + i * units + h];
      }
      double uE = state[shape.excitatory(l) + h];
      double uI = state[shape.inhibitory(l) + h];
      slope[shape.excitatory(l) + h] = (drive - uE - pairs.inhibitory().rate(uI)) / pairs.tauE();
      slope[shape.inhibitory(l) + h] = (rates[l][h] - uI - reach(l, h, state)) / pairs.tauI();
    }
  }

  /** c Q of one unit. */
  private double reach(int l, int h, double[] state) {
    double sum = 0;
    for (int o = 0; o < shape.outputs(); o++) {
      sum += c[o] * state[shape.feedback(l) + o * shape.units(l) + h];
    }
    return sum;
  }

  private void learn(int l, double[] state, double[] slope) {
    double[] pre = l == 0 ? x : rates[0];
    int units = shape.units(l);
    for (int h = 0; h < units; h++) {
      double error = mode.weightsMove ? error(l, h, state) / settings.tauW() : 0;
      slope[shape.bias(l) + h] = error;
      for (int i = 0; i < pre.length; i++) {
        slope[shape.weights(l) + i * units + h] = pre[i] * error;
      }
    }
  }

  private double error(int l, int h, double[] state) {
    double uE = state[shape.excitatory(l) + h];
    double uI = state[shape.inhibitory(l) + h];
    double rate = rates[l][h];
    double balanced = uI;
    if (settings.rule() == StudentSettings.Approximation.APPROX) {
      balanced = line.at(settings.published() ? uI : pairs.inhibitory().rate(uI));
    }
    return (rate - balanced) * pairs.excitatory().slope(settings.published() ? rate : uE);
  }

  /** Writes the feedback weights Q* that fit a state. */
  public void feedback(double[] state, double[] first, double[] second) {
    int outputs = shape.outputs();
    int hidden = shape.hidden();
    java.util.Arrays.fill(second, 0);
    for (int o = 0; o < outputs; o++) {
      double slopeE = pairs.excitatory().slope(state[shape.excitatory(1) + o]);
      second[o * outputs + o] = slopeE * pairs.inhibitory().slope(state[shape.inhibitory(1) + o]);
      for (int h = 0; h < hidden; h++) {
        first[o * hidden + h] =
            slopeE
                * state[shape.weights(1) + h * outputs + o]
                * pairs.excitatory().slope(state[shape.excitatory(0) + h])
                * pairs.inhibitory().slope(state[shape.inhibitory(0) + h]);
      }
    }
    scale(first);
    scale(second);
  }

  private void scale(double[] q) {
    double sum = 0;
    for (double one : q) {
      sum += one * one;
    }
    double factor = sum == 0 ? 0 : settings.feedbackNorm() / Math.sqrt(sum);
    for (int i = 0; i < q.length; i++) {
      q[i] *= factor;
    }
  }

  /** H = sum_l |c Q_l|^2 at a state, as it was evaluated last. */
  public double cost(double[] state) {
    double sum = 0;
    for (int l = 0; l < 2; l++) {
      for (int h = 0; h < shape.units(l); h++) {
        double k = reach(l, h, state);
        sum += k * k;
      }
    }
    return sum;
  }
}
