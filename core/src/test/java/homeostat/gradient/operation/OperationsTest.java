package homeostat.gradient.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.dale.operation.DaleOperations;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Operations.Example;
import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.ShapeException;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every operation of the registry. */
class OperationsTest {
  private static final Parallel ONE = new Parallel(1);
  private static final Parallel THREE = new Parallel(3);

  @AfterAll
  static void close() {
    ONE.close();
    THREE.close();
  }

  static List<Example> small() {
    return examples(3, 5, 4);
  }

  /** The registry, and that of a subject that adds to it. */
  private static List<Example> examples(int batch, int in, int out) {
    return Stream.of(Operations.examples(batch, in, out), DaleOperations.examples(batch, in, out))
        .flatMap(List::stream)
        .toList();
  }

  /** Lengths of one, primes on both sides of a vector, and more rows than a task has. */
  static List<Example> awkward() {
    return Stream.of(
            examples(1, 1, 1), examples(7, 1, 19), examples(5, 37, 1), examples(131, 23, 17))
        .flatMap(List::stream)
        .toList();
  }

  /** An operation that is not registered would be tested by nothing here. */
  @Test
  void everyOperationIsRegistered() throws Exception {
    Path classes =
        Path.of(Operation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<String> registered = new TreeSet<>();
    small().forEach(example -> registered.add(example.operation().getClass().getName()));
    Set<String> there = new TreeSet<>();
    for (String name : classNames(classes)) {
      Class<?> one = Class.forName(name, false, Operation.class.getClassLoader());
      if (Operation.class.isAssignableFrom(one) && !one.isInterface()) {
        there.add(name);
      }
    }
    assertEquals(there, registered);
  }

  private static List<String> classNames(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes.resolve("homeostat"))) {
      return files
          .map(file -> classes.relativize(file).toString().replace(File.separatorChar, '.'))
          .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
          .filter(
              name -> name.startsWith("homeostat.gradient.") || name.startsWith("homeostat.dale."))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("small")
  void gradientIsTheSlope(Example example) {
    if (!example.surrogate()) {
      GradientCheck.Finding finding = GradientCheck.of(example, ONE);
      assertTrue(finding.right(), example + ": " + finding);
    }
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void kernelsThreadsAndRepeatsGiveTheSameBits(Example example) {
    Trial trial = new Trial(example, Kernels.active(), ONE);
    float[] expected = trial.pass();
    for (float value : expected) {
      assertTrue(Float.isFinite(value), example.toString());
    }
    assertArrayEquals(expected, trial.pass(), "again");
    Trial scalar = new Trial(example, Kernels.scalar("a test"), ONE);
    assertArrayEquals(expected, scalar.pass(), "scalar");
    Trial threads = new Trial(example, Kernels.active(), THREE);
    assertArrayEquals(expected, threads.pass(), "three threads");
  }

  @ParameterizedTest
  @MethodSource("small")
  void shapesThatDoNotFitAreToldWithOperationLayerAndShapes(Example example) {
    List<Shape> all = example.operands();
    int misfits = 0;
    for (int i = 0; i < all.size(); i++) {
      List<Shape> wrong = new ArrayList<>(all);
      wrong.set(i, new Shape(all.get(i).rows() + 11, all.get(i).cols() + 13));
      misfits += refused(example, wrong) ? 1 : 0;
    }
    List<Shape> more = new ArrayList<>(all);
    more.add(new Shape(2, 2));
    misfits += refused(example, more) ? 1 : 0;
    assertTrue(misfits >= Math.min(2, all.size()), example + ": " + misfits);
  }

  private static boolean refused(Example example, List<Shape> shapes) {
    Tape tape = tape(Parameters.of());
    Var[] operands =
        shapes.stream().map(s -> tape.input("x", s.rows(), s.cols())).toArray(Var[]::new);
    try {
      tape.apply("fc7", example.operation(), operands);
      return false;
    } catch (ShapeException e) {
      String message = String.valueOf(e.getMessage());
      assertTrue(message.startsWith(example.operation().name() + " 'fc7' of "), message);
      shapes.forEach(shape -> assertTrue(message.contains(shape.toString()), message));
      return true;
    }
  }

  @ParameterizedTest
  @MethodSource("small")
  void gradientsAddUpAndDataGetsNone(Example example) {
    Trial single = new Trial(example, Kernels.active(), ONE);
    single.pass();
    if (!single.out.trains()) {
      return;
    }
    Shape shape = example.operands().getFirst();
    float[] drawn = single.parameters.get("p0").raw();
    Gradients gradients = new Gradients(single.parameters);
    Tape tape = new Tape(single.parameters, gradients, Kernels.active(), ONE);
    Var[] operands = operands(tape, example, single);
    Var first = tape.apply("first", example.operation(), operands);
    Var second = tape.apply("second", example.operation(), operands);
    Var both = tape.apply("both", new Add(), first, second);
    tape.forward();
    tape.backward(both, single.upstream);
    for (Parameter parameter : single.parameters.all()) {
      float[] once = single.gradients.get(parameter.name());
      float[] twice = gradients.get(parameter.name());
      for (int i = 0; i < once.length; i++) {
        assertEquals(2 * once[i], twice[i], 1e-5 * (1 + Math.abs(once[i])), example.toString());
      }
    }
    operands[0] = tape.input("data", shape.rows(), shape.cols());
    System.arraycopy(drawn, 0, operands[0].value(), 0, drawn.length);
    Var fromData = tape.apply("data", example.operation(), operands);
    tape.forward();
    assertArrayEquals(single.out.value(), fromData.value());
    if (fromData.trains()) {
      tape.backward(fromData, single.upstream);
      assertArrayEquals(new float[drawn.length], gradients.get("p0"));
    }
  }

  private static Var[] operands(Tape tape, Example example, Trial trial) {
    Var[] operands = new Var[example.operands().size()];
    for (int i = 0; i < operands.length; i++) {
      Shape shape = example.operands().get(i);
      if (example.labels().contains(i)) {
        operands[i] = tape.input("labels", shape.rows(), shape.cols());
        for (int k = 0; k < shape.size(); k++) {
          operands[i].value()[k] = (5 * k + 1) % example.operands().getFirst().cols();
        }
      } else {
        operands[i] = tape.parameter(trial.parameters.all().get(i).name());
      }
    }
    return operands;
  }

  /** y = scale x^2 with a factor of the derivative to get wrong. */
  private record Square(float slope, float scale) implements Operation {
    @Override
    public String name() {
      return "square";
    }

    @Override
    public Shape shape(Shapes in) {
      return in.count(1).get(0);
    }

    @Override
    public Step bind(Recording recording) {
      float[] x = recording.in(0).value();
      float[] y = recording.out().value();
      return new Step() {
        @Override
        public void forward() {
          for (int i = 0; i < x.length; i++) {
            y[i] = scale * x[i] * x[i];
          }
        }

        @Override
        public void backward() {
          for (int i = 0; i < x.length; i++) {
            recording.in(0).adjoint()[i] += slope * x[i] * recording.out().adjoint()[i];
          }
        }
      };
    }
  }

  @Test
  void aWrongDerivativeIsCaught() {
    List<Shape> shape = List.of(new Shape(3, 5));
    Example right = new Example(new Square(2f, 1), shape, Set.of(), false);
    Example wrong = new Example(new Square(2.02f, 1), shape, Set.of(), false);
    assertTrue(GradientCheck.of(right, ONE).right());
    assertFalse(GradientCheck.of(wrong, ONE).right());
  }

  @Test
  void aWrongDerivativeOfASmallGradientIsCaught() {
    List<Shape> shape = List.of(new Shape(3, 5));
    Example right = new Example(new Square(0.04f, 0.02f), shape, Set.of(), false);
    Example wrong = new Example(new Square(0.041f, 0.02f), shape, Set.of(), false);
    assertTrue(GradientCheck.of(right, ONE).right());
    assertFalse(GradientCheck.of(wrong, ONE).right());
  }

  /** y = x stop(x) has the slope of a product with a constant: x, not 2 x. */
  @Test
  void aStoppedGradientIsThatOfAConstant() {
    Parameter parameter =
        new Parameter("p", new float[] {3, -2, 0.5f}, new int[] {1, 3}, Constraint.FREE);
    Parameters one = Parameters.of(parameter);
    Gradients gradients = new Gradients(one);
    Tape tape = new Tape(one, gradients, Kernels.active(), ONE);
    Var p = tape.parameter("p");
    Var stopped = tape.apply("stop", new StopGradient(), p);
    Var product = tape.apply("product", new Multiply(), p, stopped);
    Var loss = tape.apply("loss", new Total(Reduction.SUM), product);
    tape.forward();
    tape.backward(loss);
    assertEquals(13.25f, loss.value()[0]);
    assertArrayEquals(new float[] {3, -2, 0.5f}, gradients.get("p"));
  }

  @Test
  void labelsThatAreNoClassAreTold() {
    Tape tape = tape(Parameters.of());
    Var logits = tape.input("z", 2, 3);
    Var labels = tape.input("y", 2, 1);
    tape.apply("loss", new SoftmaxCrossEntropy(0, Reduction.MEAN), logits, labels);
    for (float wrong : new float[] {3, -1, 0.5f, Float.NaN}) {
      labels.value()[1] = wrong;
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class, tape::forward);
      assertEquals(
          "softmax-cross-entropy 'loss': label "
              + wrong
              + " of row 1 is not one of the classes 0 to 2",
          e.getMessage());
    }
  }

  @Test
  void crossEntropyOfLargeLogitsStaysFinite() {
    Tape tape = tape(Parameters.of());
    Var logits = tape.input("z", 1, 2);
    Var labels = tape.input("y", 1, 1);
    Var loss = tape.apply("loss", new SoftmaxCrossEntropy(0, Reduction.SUM), logits, labels);
    logits.value()[1] = 2000;
    tape.forward();
    assertEquals(2000f, loss.value()[0]);
  }

  private static Tape tape(Parameters parameters) {
    return new Tape(parameters, new Gradients(parameters), Kernels.active(), ONE);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    Class<IllegalArgumentException> refused = IllegalArgumentException.class;
    assertThrows(refused, () -> new SoftmaxCrossEntropy(1.5, Reduction.SUM));
    assertThrows(refused, () -> new Elman(Activation.TANH, 0));
    assertThrows(refused, () -> new Slice(-1, 0, Shape.SCALAR));
    assertThrows(refused, () -> new NormaliseGradient(NormaliseGradient.Mode.FULL, 0));
    assertThrows(refused, () -> new Normalise(Moments.MEAN, true, Normalise.Backward.EXACT, -1));
    assertThrows(refused, () -> new Shape(0, 3));
    Parameters one =
        Parameters.of(new Parameter("p", new float[4], new int[] {2, 2}, Constraint.FREE));
    Tape tape = tape(one);
    Var p = tape.parameter("p");
    assertThrows(refused, () -> tape.backward(p));
    assertThrows(refused, () -> tape.backward(p, new float[3]));
    assertThrows(IllegalStateException.class, () -> tape.input("x", 1, 1).adjoint());
  }
}
