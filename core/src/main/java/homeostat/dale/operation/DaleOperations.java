package homeostat.dale.operation;

import homeostat.dale.convolution.Convolution;
import homeostat.dale.convolution.ConvolutionShape;
import homeostat.dale.convolution.MomentLoss;
import homeostat.dale.loss.LocalLoss;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.Operations.Example;
import homeostat.gradient.tape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The registry of the subject: every operation with example operands, as tests want them. */
public final class DaleOperations {
  private DaleOperations() {}

  /**
   * An example of every operation and setting.
   *
   * @param batch rows of data
   * @param in features
   * @param out units
   */
  public static List<Example> examples(int batch, int in, int out) {
    Shape x = new Shape(batch, in);
    Shape column = new Shape(batch, 1);
    Shape w = new Shape(out, in);
    Shape one = Shape.SCALAR;
    List<Example> all = new ArrayList<>();
    all.add(new Example(new RootMeanSquare(1e-2), List.of(x), Set.of(), false));
    all.add(new Example(new FeedbackLinear(), List.of(x, w, w), Set.of(), true));
    all.add(new Example(new Quotient(8), List.of(x, x), Set.of(), false));
    Shape square = new Shape(out, out);
    Shape bias = new Shape(1, out);
    for (LocalLoss loss : LocalLoss.values()) {
      all.add(new Example(new LocalLossValue(loss, 0.7), List.of(x), Set.of(), false));
      for (boolean task : new boolean[] {false, true}) {
        Balance balance = new Balance(loss, task);
        all.add(new Example(balance, List.of(x, x, column, one), Set.of(), true));
        all.add(new Example(balance, List.of(x, x, column, one, x), Set.of(), true));
      }
      for (int steps : new int[] {3, 5}) {
        HomeostaticElman cell = new HomeostaticElman(Activation.TANH, steps, loss);
        Shape sequence = new Shape(steps * batch, in);
        List<Shape> operands = List.of(sequence, w, square, bias, bias, w, square, one);
        all.add(new Example(cell, operands, Set.of(), true));
      }
    }
    ConvolutionShape sizes = new ConvolutionShape(2, 4, 3, 2, 2, 1, 1);
    Shape images = new Shape(batch, sizes.inputs());
    Shape kernels = new Shape(out, sizes.patch());
    Convolution convolution = new Convolution(sizes);
    all.add(new Example(convolution, List.of(images, kernels), Set.of(), false));
    all.add(new Example(convolution, List.of(images, kernels, new Shape(out, 1)), Set.of(), false));
    all.add(new Example(new MomentLoss(), List.of(x), Set.of(), false));
    return List.copyOf(all);
  }
}
