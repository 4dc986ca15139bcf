package homeostat.gradient.tape;

import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import java.util.ArrayList;
import java.util.List;

/**
 * Reverse-mode differentiation of a fixed computation. A model records its operations once, for the
 * shapes of its batches; then each pass writes the inputs, calls {@link #forward} and {@link
 * #backward}, and reads values and gradients. All arrays are made while recording: passes allocate
 * nothing. Another batch size needs another tape over the same parameters.
 *
 * <p>Order of operations and of sums is fixed: the same bits in every pass and for any number of
 * threads. Not for use by several threads at a time.
 */
public final class Tape {
  private record Entry(Step step, Var out) {}

  private record Use(Parameter parameter, Var var) {}

  private final Parameters parameters;
  private final Gradients gradients;
  private final Kernels kernels;
  private final Products products;
  private final List<Var> vars = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();

  /**
   * An empty tape.
   *
   * @param parameters what trains; read in every pass
   * @param gradients where d loss / d raw goes
   * @param kernels arithmetic
   * @param parallel threads of large matrix products
   */
  public Tape(Parameters parameters, Gradients gradients, Kernels kernels, Parallel parallel) {
    this.parameters = parameters;
    this.gradients = gradients;
    this.kernels = kernels;
    this.products = new Products(kernels.dense(), parallel);
  }

  /** A matrix of data: the caller writes its value before a pass. No gradient. */
  public Var input(String name, int rows, int cols) {
    Shape shape = new Shape(rows, cols);
    return add(new Var(name, shape, new float[shape.size()], new float[0]));
  }

  /**
   * A parameter, the same {@link Var} for each mention. Shape [] is [1][1], [n] is [1][n], and
   * further axes join the columns.
   */
  public Var parameter(String name) {
    for (Use use : uses) {
      if (use.parameter().name().equals(name)) {
        return use.var();
      }
    }
    Parameter parameter = parameters.get(name);
    int[] shape = parameter.shape();
    int rows = shape.length < 2 ? 1 : shape[0];
    float[] value = parameter.constraint().direct() ? parameter.raw() : new float[parameter.size()];
    Shape matrix = new Shape(rows, parameter.size() / rows);
    Var made = add(new Var(name, matrix, value, gradients.get(name)));
    uses.add(new Use(parameter, made));
    return made;
  }

  /**
   * Records an operation.
   *
   * @param layer what the model calls this use of it
   * @return its result, which trains if an operand does
   * @throws ShapeException if the operands do not fit
   */
  public Var apply(String layer, Operation operation, Var... in) {
    List<Var> operands = List.of(in);
    List<Shape> shapes = operands.stream().map(Var::shape).toList();
    Shape shape = operation.shape(new Shapes(operation.name(), layer, shapes));
    boolean trains = operation.passesGradients() && operands.stream().anyMatch(Var::trains);
    float[] adjoint = new float[trains ? shape.size() : 0];
    Var out = add(new Var(layer, shape, new float[shape.size()], adjoint));
    Step step = operation.bind(new Recording(layer, operands, out, kernels, products));
    entries.add(new Entry(step, out));
    return out;
  }

  private Var add(Var made) {
    vars.add(made);
    return made;
  }

  /** Computes every result in the order of recording, from the inputs and parameters of now. */
  public void forward() {
    for (int i = 0; i < uses.size(); i++) {
      Parameter parameter = uses.get(i).parameter();
      if (!parameter.constraint().direct()) {
        parameter.values(uses.get(i).var().value());
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).step().forward();
    }
  }

  /**
   * Writes d loss / d raw of every parameter on this tape into the gradients, over what was there;
   * parameters that the tape does not mention are left alone.
   *
   * @param loss a single number on this tape
   */
  public void backward(Var loss) {
    if (!loss.shape().equals(Shape.SCALAR)) {
      throw new IllegalArgumentException(
          "the loss '" + loss.name() + "' has shape " + loss.shape() + ", not [1][1]");
    }
    start(loss)[0] = 1f;
    replay();
  }

  /**
   * As {@link #backward(Var)}, for sum(output * upstream).
   *
   * @param upstream d loss / d output, of the output's size
   */
  public void backward(Var output, float[] upstream) {
    if (upstream.length != output.shape().size()) {
      throw new IllegalArgumentException(
          upstream.length + " numbers are no gradient of '" + output + "'");
    }
    System.arraycopy(upstream, 0, start(output), 0, upstream.length);
    replay();
  }

  private float[] start(Var output) {
    for (int i = 0; i < vars.size(); i++) {
      vars.get(i).startPass();
    }
    return output.adjoint();
  }

  private void replay() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.out().reached()) {
        entry.step().backward();
      }
    }
    for (int i = 0; i < uses.size(); i++) {
      // Reading the adjoint zeroes what no gradient reached.
      uses.get(i).parameter().chain(uses.get(i).var().adjoint());
    }
  }
}
