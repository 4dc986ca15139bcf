package homeostat.lyapunov.system;

import homeostat.dynamics.AdjointStep;
import homeostat.dynamics.TangentStep;
import homeostat.lyapunov.arithmetic.Arithmetic;

/** Any {@code homeostat.dynamics} step as a system of 64 bits. */
public final class StepSystem {
  private StepSystem() {}

  /** A system of a tangent step. */
  public static TangentSystem<double[]> of(TangentStep step) {
    return new Tangent(step, new Scratch(step.size()), Arithmetic.float64());
  }

  /** A system of an adjoint step; gradients of parameters stay with the step. */
  public static AdjointSystem<double[]> ofAdjoint(AdjointStep step) {
    return new Adjoint(step, new Tangent(step, new Scratch(step.size()), Arithmetic.float64()));
  }

  /** The arrays that a step writes to. */
  private static final class Scratch {
    private final double[] state;
    private double[] frame = new double[0];

    Scratch(int size) {
      state = new double[size];
    }

    double[] frame(int length) {
      if (frame.length != length) {
        frame = new double[length];
      }
      return frame;
    }
  }

  private record Tangent(TangentStep step, Scratch scratch, Arithmetic<double[]> arithmetic)
      implements TangentSystem<double[]> {
    @Override
    public int size() {
      return step.size();
    }

    @Override
    public double duration() {
      return step.duration();
    }

    @Override
    public void advance(long n, double[] x) {
      step.step(n, x, scratch.state);
      System.arraycopy(scratch.state, 0, x, 0, x.length);
    }

    @Override
    public void advance(long n, double[] x, double[] frame, int columns) {
      double[] next = scratch.frame(frame.length);
      step.step(n, x, frame, columns, scratch.state, next);
      System.arraycopy(scratch.state, 0, x, 0, x.length);
      System.arraycopy(next, 0, frame, 0, frame.length);
    }
  }

  private record Adjoint(AdjointStep step, Tangent tangent) implements AdjointSystem<double[]> {
    @Override
    public Arithmetic<double[]> arithmetic() {
      return tangent.arithmetic();
    }

    @Override
    public int size() {
      return tangent.size();
    }

    @Override
    public double duration() {
      return tangent.duration();
    }

    @Override
    public void advance(long n, double[] x) {
      tangent.advance(n, x);
    }

    @Override
    public void advance(long n, double[] x, double[] frame, int columns) {
      tangent.advance(n, x, frame, columns);
    }

    @Override
    public void adjoint(
        long n, double[] x, double[] frame, int columns, double[] adjoint, double[] frameAdjoint) {
      Scratch scratch = tangent.scratch();
      double[] before = scratch.frame(frameAdjoint.length);
      step.adjoint(n, x, frame, columns, adjoint, frameAdjoint, scratch.state, before);
      System.arraycopy(scratch.state, 0, adjoint, 0, adjoint.length);
      System.arraycopy(before, 0, frameAdjoint, 0, frameAdjoint.length);
    }

    @Override
    public void forget() {}
  }
}
