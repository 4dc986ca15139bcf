package homeostat.dale.operation;

import homeostat.dale.loss.LocalLoss;
import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * Excitation a balanced by subtractive inhibition v and divisive inhibition s: o = (a - v) / s,
 * where excitation learns from the task and inhibition from a {@link LocalLoss} on o. With the
 * upstream gradient G of the task and the local gradient g = lambda dL/do,
 *
 * <pre>
 * da = G / s      dv = -g / s      ds = -sum over units of g o / s
 * </pre>
 *
 * so that neither signal reaches what the other one trains. The local gradient is there in every
 * backward pass, whatever arrives from above. Operands: a and v [batch][unit], s [batch][1], lambda
 * [1][1], and maybe a second time a, which then gets da = g / s.
 *
 * @param loss what inhibition learns from
 * @param task whether G reaches v and s as well: g + G instead of g
 */
public record Balance(LocalLoss loss, boolean task) implements Operation {
  @Override
  public String name() {
    return "balance";
  }

  @Override
  public Shape shape(Shapes in) {
    in.require(
        in.all().size() == 4 || in.all().size() == 5, "operands are a, v, s, lambda and maybe a");
    Shape a = in.get(0);
    in.require(a.equals(in.get(1)), "a and v must have one shape");
    in.require(in.get(2).equals(new Shape(a.rows(), 1)), "s must be [batch][1]");
    in.require(in.get(3).equals(Shape.SCALAR), "lambda must be [1][1]");
    in.require(in.all().size() == 4 || in.get(4).equals(a), "both a must have one shape");
    return a;
  }

  @Override
  public Step bind(Recording recording) {
    return new BalanceStep(recording, this);
  }

  private static final class BalanceStep implements Step {
    private final Recording recording;
    private final Balance how;
    private final Var a;
    private final Var v;
    private final Var s;
    private final Var out;
    private final int units;
    private final float[] local;

    BalanceStep(Recording recording, Balance how) {
      this.recording = recording;
      this.how = how;
      this.a = recording.in(0);
      this.v = recording.in(1);
      this.s = recording.in(2);
      this.out = recording.out();
      this.units = out.shape().cols();
      this.local = new float[out.shape().size()];
    }

    @Override
    public void forward() {
      for (int row = 0; row < out.shape().rows(); row++) {
        float inverse = 1f / s.value()[row];
        balance(a.value(), v.value(), out.value(), row * units, units, inverse);
      }
    }

    /** Its own method so that the compiler knows a loop over distinct arrays. */
    private static void balance(float[] a, float[] v, float[] o, int at, int units, float inverse) {
      for (int i = at; i < at + units; i++) {
        o[i] = (a[i] - v[i]) * inverse;
      }
    }

    @Override
    public void backward() {
      float[] task = out.adjoint();
      int rows = out.shape().rows();
      double scale = (double) recording.in(3).value()[0] / rows;
      for (int row = 0; row < rows; row++) {
        int at = row * units;
        how.loss.gradient(scale, out.value(), at, units, local);
        float inverse = 1f / s.value()[row];
        if (a.trains()) {
          add(inverse, task, a.adjoint(), at, units);
        }
        if (recording.in().size() == 5 && recording.in(4).trains()) {
          add(inverse, local, recording.in(4).adjoint(), at, units);
        }
        if (how.task) {
          add(1f, task, local, at, units);
        }
        if (v.trains()) {
          add(-inverse, local, v.adjoint(), at, units);
        }
        if (s.trains()) {
          double along =
              recording.kernels().reductions().dotDouble(local, at, out.value(), at, units);
          s.adjoint()[row] -= (float) (along * inverse);
        }
      }
    }

    private static void add(float factor, float[] from, float[] to, int at, int units) {
      for (int i = at; i < at + units; i++) {
        to[i] += factor * from[i];
      }
    }
  }
}
