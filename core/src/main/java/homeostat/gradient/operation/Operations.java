package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The registry: every operation with example operands. The tests of gradients, kernels, threads,
 * shapes and repeats run on each example, so an operation that is added here is tested.
 */
public final class Operations {
  private Operations() {}

  /**
   * An operation on operands of these shapes.
   *
   * @param operation the operation with its settings
   * @param operands shapes that it takes
   * @param labels operands that hold whole numbers from 0, below the columns of operand 0, and get
   *     no gradient
   * @param surrogate its gradient is on purpose not the derivative of its value
   */
  public record Example(
      Operation operation, List<Shape> operands, Set<Integer> labels, boolean surrogate) {
    private static Example of(Operation operation, Shape... operands) {
      return new Example(operation, List.of(operands), Set.of(), false);
    }

    private Example withLabels(int operand) {
      return new Example(operation, operands, Set.of(operand), surrogate);
    }

    private Example asSurrogate() {
      return new Example(operation, operands, labels, true);
    }

    @Override
    public String toString() {
      return operation + " of " + operands;
    }
  }

  /**
   * An example of every operation and setting.
   *
   * @param batch rows of data
   * @param in features
   * @param out units or classes
   */
  public static List<Example> examples(int batch, int in, int out) {
    Shape x = new Shape(batch, in);
    Shape row = new Shape(1, in);
    List<Example> all = new ArrayList<>();
    for (Activation f : Activation.values()) {
      Shape w = new Shape(out, in);
      all.add(Example.of(new Linear(f), x, w, new Shape(out, 1)));
      all.add(Example.of(new Activate(f), x));
      for (int steps : new int[] {1, 3, 5}) {
        Shape sequence = new Shape(steps * batch, in);
        Shape square = new Shape(out, out);
        Shape bias = new Shape(1, out);
        all.add(Example.of(new Elman(f, steps), sequence, w, square, bias, new Shape(out, 1)));
        Shape each = new Shape(batch, out);
        all.add(Example.of(new Elman(f, steps), sequence, w, square, bias, each));
      }
    }
    all.add(Example.of(new Linear(Activation.TANH), x, new Shape(out, in)));
    all.add(Example.of(new MatMul(), x, new Shape(in, out)));
    all.add(
        Example.of(new Split(), new Shape(out, in), new Shape(batch, in), new Shape(out, batch)));
    for (Shape b : List.of(x, row)) {
      all.add(Example.of(new Add(), x, b));
      all.add(Example.of(new Add(-0.5f), x, b));
      all.add(Example.of(new Multiply(), x, b));
    }
    for (Reduction reduction : Reduction.values()) {
      all.add(Example.of(new Total(reduction), x));
      Shape labels = new Shape(batch, 1);
      all.add(Example.of(new SoftmaxCrossEntropy(0.0, reduction), x, labels).withLabels(1));
      all.add(Example.of(new SoftmaxCrossEntropy(0.1, reduction), x, labels).withLabels(1));
    }
    all.add(Example.of(new MeanSquaredError(), x, x));
    all.add(Example.of(new Concat(), x, new Shape(batch, out), x));
    all.add(Example.of(new Stack(), x, x, new Shape(1, in)));
    all.add(Example.of(new Slice(batch / 2, in / 2, new Shape(1, 1)), x));
    all.add(Example.of(new Slice(0, 0, new Shape(batch, (in + 1) / 2)), x));
    all.add(Example.of(new PickRows(new int[] {batch - 1, 0, batch / 2, 0}), x));
    all.add(Example.of(new LogSoftmax(), x));
    all.add(Example.of(new StopGradient(), x).asSurrogate());
    normalisers(all, x, row);
    return List.copyOf(all);
  }

  private static void normalisers(List<Example> all, Shape x, Shape row) {
    for (Moments moments : Moments.values()) {
      for (Normalise.Backward backward : Normalise.Backward.values()) {
        Example example = Example.of(new Normalise(moments, true, backward, 1e-2), x);
        boolean exact = backward == Normalise.Backward.EXACT;
        all.add(exact ? example : example.asSurrogate());
      }
      Normalise backwardOnly = new Normalise(moments, false, Normalise.Backward.EXACT, 1e-2);
      all.add(Example.of(backwardOnly, x).asSurrogate());
    }
    for (Moments moments : Moments.values()) {
      Shape images = new Shape(x.rows(), 4 * x.cols());
      for (int groups : new int[] {1, 2}) {
        GroupNormalise operation = new GroupNormalise(4, groups, moments, 1e-2);
        all.add(Example.of(operation, images, new Shape(1, 4), new Shape(4, 1)));
      }
    }
    for (NormaliseGradient.Mode mode : NormaliseGradient.Mode.values()) {
      NormaliseGradient operation = new NormaliseGradient(mode, 1e-5);
      boolean weighted = mode == NormaliseGradient.Mode.LATERAL;
      all.add((weighted ? Example.of(operation, x, row) : Example.of(operation, x)).asSurrogate());
    }
  }
}
