package homeostat.gradient.operation;

import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Operations.Example;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import java.util.ArrayList;
import java.util.List;

/** An example of the registry on a tape of its own, with drawn operands that train. */
final class Trial {
  private static final long SEED = 11;

  final Parameters parameters;
  final Gradients gradients;
  final Tape tape;
  final Var out;
  final float[] upstream;

  Trial(Example example, Kernels kernels, Parallel parallel) {
    List<Parameter> drawn = new ArrayList<>();
    List<Shape> shapes = example.operands();
    for (int i = 0; i < shapes.size(); i++) {
      if (!example.labels().contains(i)) {
        Shape shape = shapes.get(i);
        float[] values = normal("operand " + i, shape.size());
        int[] axes = {shape.rows(), shape.cols()};
        drawn.add(new Parameter("p" + i, values, axes, Constraint.FREE));
      }
    }
    parameters = new Parameters(drawn);
    gradients = new Gradients(parameters);
    tape = new Tape(parameters, gradients, kernels, parallel);
    Var[] operands = new Var[shapes.size()];
    for (int i = 0; i < operands.length; i++) {
      Shape shape = shapes.get(i);
      if (example.labels().contains(i)) {
        operands[i] = tape.input("labels", shape.rows(), shape.cols());
        for (int k = 0; k < shape.size(); k++) {
          operands[i].value()[k] = (5 * k + 1) % shapes.getFirst().cols();
        }
      } else {
        operands[i] = tape.parameter("p" + i);
      }
    }
    out = tape.apply("layer", example.operation(), operands);
    upstream = normal("upstream", out.shape().size());
  }

  private static float[] normal(String purpose, int length) {
    float[] values = new float[length];
    Stream stream = Stream.of(SEED, purpose);
    for (int i = 0; i < length; i++) {
      values[i] = (float) (0.8 * stream.normal(i));
    }
    return values;
  }

  /** sum(value * upstream), in double. */
  double loss() {
    tape.forward();
    double sum = 0;
    for (int i = 0; i < upstream.length; i++) {
      sum += (double) out.value()[i] * upstream[i];
    }
    return sum;
  }

  /** One pass; the value and all gradients, one after the other. */
  float[] pass() {
    tape.forward();
    if (out.trains()) {
      tape.backward(out, upstream);
    }
    int size = out.shape().size() + (int) parameters.elements();
    float[] all = new float[size];
    int at = out.shape().size();
    System.arraycopy(out.value(), 0, all, 0, at);
    for (Parameter parameter : parameters.all()) {
      System.arraycopy(gradients.get(parameter.name()), 0, all, at, parameter.size());
      at += parameter.size();
    }
    return all;
  }
}
