package homeostat.disinhibition.circuit;

import homeostat.disinhibition.SoftRectifier;
import homeostat.kernel.Kernels;

/**
 * A multilayer perceptron, u_l = h_(l-1) W_l + b_l, h_l = phi(u_l), v = h_L W_out: the open-loop
 * state of a network of plain units. For one thread at a time.
 */
public final class UnitPass implements OpenLoop {
  private final Drive drive;
  private final RateFunction activation;

  /** Of these weights. */
  public UnitPass(Drive drive, SoftRectifier activation, Kernels kernels) {
    this.drive = drive;
    this.activation = new RateFunction(activation, kernels);
  }

  @Override
  public Settled open(float[] x, int from, int samples, Activity activity) {
    Layers layers = drive.weights().layers();
    float[] below = x;
    for (int l = 0; l < layers.depth(); l++) {
      float[] u = activity.excitatory().get(l);
      float[] h = activity.rates().get(l);
      drive.into(l, below, from, u, from, samples);
      int units = layers.units(l);
      activation.rate(u, from * units, h, from * units, samples * units);
      below = h;
    }
    drive.into(layers.depth(), below, from, activity.output(), from, samples);
    return new Settled(0, 0, 0);
  }
}
