package homeostat.rate;

import homeostat.dynamics.TangentStep;
import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.Elementwise;
import homeostat.kernel.Kernels;
import homeostat.kernel.Workspace;

/** The step of a rate network with its derivative, in 64 bits. */
public final class RateStep implements TangentStep {
  private final RateNetwork network;
  private final Workspace workspace = new Workspace();
  private double[] scaled = new double[0];

  /** Of a network. */
  public RateStep(RateNetwork network) {
    this.network = network;
  }

  @Override
  public int size() {
    return network.size();
  }

  @Override
  public double duration() {
    return network.duration();
  }

  @Override
  public void step(long n, double[] x, double[] next) {
    System.arraycopy(network.next(x), 0, next, 0, next.length);
  }

  @Override
  public void step(
      long n, double[] x, double[] frame, int columns, double[] next, double[] nextFrame) {
    int size = size();
    double[] t = new double[size];
    double[] d = new double[size];
    network.units().tanh(x, t);
    JacobianForm.TRUE.slope(network.units(), x, t, d);
    if (scaled.length != frame.length) {
      scaled = new double[frame.length];
    }
    System.arraycopy(frame, 0, scaled, 0, frame.length);
    System.arraycopy(frame, 0, nextFrame, 0, frame.length);
    Elementwise elementwise = Kernels.active().elementwise();
    for (int i = 0; i < size; i++) {
      elementwise.scale(d[i], scaled, i * columns, columns);
    }
    Kernels.active()
        .dense()
        .gemm(
            network.step(),
            DoubleMatrix.of(network.coupling(), size, size),
            DoubleMatrix.of(scaled, size, columns),
            network.leak(),
            DoubleMatrix.of(nextFrame, size, columns),
            workspace);
    step(n, x, next);
  }
}
