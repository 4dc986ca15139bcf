package homeostat.kinds.lyapunov.flossing;

import homeostat.array.Arrays;
import homeostat.dynamics.NonFiniteException;
import homeostat.gradient.Adam;
import homeostat.gradient.Clip;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.Elman;
import homeostat.gradient.operation.Linear;
import homeostat.gradient.operation.MeanSquaredError;
import homeostat.gradient.operation.Slice;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.kinds.lyapunov.config.DelayTaskSection;
import homeostat.kinds.lyapunov.config.FlossingSection;
import homeostat.kinds.lyapunov.config.GradientFlossingConfig;
import homeostat.lyapunov.SpectrumRun;
import homeostat.lyapunov.StartFrame;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.Drive;
import homeostat.lyapunov.system.RateSystem;
import homeostat.lyapunov.training.Flossing;
import homeostat.lyapunov.training.SpectrumGradient;
import homeostat.rate.JacobianForm;
import homeostat.rate.RateNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network that learns a task with a delay, in float32, and whose exponents are flossed, in
 * float64. Both see the same network,
 *
 * <pre>
 * x(t) = W tanh(x(t - 1)) + bias + U s(t),   y = V tanh(x) + c
 * </pre>
 */
final class FlossedNetwork {
  private static final int TESTED = 4;

  final Cell cell;

  /** All exponents before anything was trained, per step, from the largest. */
  final double[] untrained;

  /** Task epoch, task loss, norm of its gradient, flossing loss or NaN; of each epoch of either. */
  final List<double[]> course = new ArrayList<>();

  private final GradientFlossingConfig config;
  private final long seed;
  private final boolean[] program;
  private final Parameters parameters;
  private final Gradients gradients;
  private final OptimiserState flossed;
  private final OptimiserState learned;
  private final Tape tape;
  private final Var input;
  private final Var target;
  private final Var output;
  private final Var loss;
  private Optional<SpectrumGradient<double[]>> memory = Optional.empty();
  private int done;
  private int taskEpochs;

  FlossedNetwork(GradientFlossingConfig config, Cell cell, long seed, Parallel alone) {
    this.config = config;
    this.cell = cell;
    this.seed = seed;
    program = cell.program(config);
    DelayTaskSection task = config.task();
    int n = config.network().n();
    int inputs = task.task().inputs();
    parameters =
        Parameters.of(
            drawn("U", n, inputs, config.network().input()),
            drawn("W", n, n, config.network().g() / Math.sqrt(n)),
            drawn("bias", n, 1, config.network().bias()),
            drawn("V", 1, n, 1 / Math.sqrt(n)),
            drawn("c", 1, 1, 0));
    gradients = new Gradients(parameters);
    flossed = Adam.withRate(config.flossing().lr()).start(parameters);
    learned = Adam.withRate(task.lr()).start(parameters);
    tape = new Tape(parameters, gradients, Kernels.active(), alone);
    input = tape.input("s", task.steps() * task.batch(), inputs);
    Var start = tape.input("start", 1, n);
    Var hidden =
        tape.apply(
            "hidden",
            new Elman(Activation.TANH, task.steps()),
            input,
            tape.parameter("U"),
            tape.parameter("W"),
            tape.parameter("bias"),
            start);
    int rows = (task.steps() - cell.delay()) * task.batch();
    Var seen =
        tape.apply(
            "answered", new Slice(cell.delay() * task.batch(), 0, new Shape(rows, n)), hidden);
    output =
        tape.apply(
            "readout", new Linear(Activation.NONE), seen, tape.parameter("V"), tape.parameter("c"));
    target = tape.input("target", rows, 1);
    loss = tape.apply("loss", new MeanSquaredError(), output, target);
    untrained = exponents();
  }

  private Parameter drawn(String name, int rows, int cols, double deviation) {
    float[] values = new float[rows * cols];
    Stream stream = Stream.of(seed, "flossed/" + name).at(cell.sample());
    for (int e = 0; e < values.length; e++) {
      values[e] = (float) (deviation * stream.normal(e));
    }
    return new Parameter(name, values, new int[] {rows, cols}, Constraint.FREE);
  }

  /** Up to so many epochs of the program. */
  void advance(int epochs) {
    int end = Math.min(program.length, done + epochs);
    for (; done < end; done++) {
      if (program[done]) {
        double[] row = {taskEpochs, Double.NaN, Double.NaN, 0};
        gradients.zero();
        row[3] = floss(1);
        Adam.withRate(config.flossing().lr()).step(parameters, gradients, flossed);
        course.add(row);
      } else {
        learn();
      }
    }
  }

  private void learn() {
    DelayTaskSection task = config.task();
    taskEpochs++;
    show(Stream.of(seed, "trials").at(cell.sample()).at(taskEpochs));
    tape.forward();
    double value = loss.value()[0];
    if (!Double.isFinite(value)) {
      throw new NonFiniteException("loss", cell.toString(), taskEpochs, value);
    }
    tape.backward(loss);
    double norm =
        task.clip() > 0 ? Clip.globalNorm(gradients, task.clip()) : gradients.globalNorm();
    gradients.requireFinite(taskEpochs);
    double beside = Double.NaN;
    if (cell.method() == FlossingSection.Method.BESIDE && config.flossing().weight() > 0) {
      beside = floss(config.flossing().weight());
    }
    Adam.withRate(task.lr()).step(parameters, gradients, learned);
    course.add(new double[] {taskEpochs, value, norm, beside});
  }

  private void show(Stream stream) {
    DelayTrials trials = DelayTrials.draw(config.task(), cell.delay(), stream);
    System.arraycopy(trials.inputs(), 0, input.value(), 0, trials.inputs().length);
    System.arraycopy(trials.targets(), 0, target.value(), 0, trials.targets().length);
  }

  /** Adds the weighted gradient of the flossing loss; returns the loss. */
  private double floss(double weight) {
    Flossing flossing = new Flossing(config.flossing().nle(), config.flossing().horizon());
    Stream stream = Stream.of(seed, "flossing").at(cell.sample()).at(done);
    double[][] signals = signals(flossing.steps(), stream.at(0));
    SpectrumGradient<double[]> kept = memory.orElseGet(() -> flossing.memory(network()));
    memory = Optional.of(kept);
    Flossing.Pass pass = pass(flossing, kept, signals, stream);
    add("W", pass.gradient().coupling(), weight);
    add("bias", pass.gradient().bias(), weight);
    int inputs = config.task().task().inputs();
    double[] byInput = new double[config.network().n() * inputs];
    for (int t = 0; t < signals.length; t++) {
      for (int e = 0; e < byInput.length; e++) {
        byInput[e] += pass.drive()[t][e / inputs] * signals[t][e % inputs];
      }
    }
    add("U", byInput, weight);
    return pass.loss();
  }

  private Flossing.Pass pass(
      Flossing flossing, SpectrumGradient<double[]> kept, double[][] signals, Stream stream) {
    int n = config.network().n();
    double[] start = StartFrame.draw(n, 1, stream.at(1));
    double[] frame = StartFrame.draw(n, flossing.exponents(), stream.at(2));
    return flossing.pass(kept, network(), drive(signals), start, frame);
  }

  private double[][] signals(int steps, Stream stream) {
    double[][] out = new double[steps][config.task().task().inputs()];
    homeostat.kernel.Draws draws = stream.draws();
    for (double[] step : out) {
      java.util.Arrays.setAll(step, _ -> draws.bernoulli(0.5) ? 1 : -1);
    }
    return out;
  }

  private double[][] drive(double[][] signals) {
    float[] u = parameters.get("U").raw();
    int n = config.network().n();
    double[][] out = new double[signals.length][n];
    for (int t = 0; t < out.length; t++) {
      int inputs = signals[t].length;
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < inputs; c++) {
          out[t][i] += u[i * inputs + c] * signals[t][c];
        }
      }
    }
    return out;
  }

  private void add(String name, double[] gradient, double weight) {
    float[] to = gradients.get(name);
    for (int e = 0; e < to.length; e++) {
      to[e] += (float) (weight * gradient[e]);
    }
  }

  /** The recurrent network as it is now, without its input. */
  RateNetwork network() {
    return RateNetwork.discrete(doubles("W"), doubles("bias"));
  }

  private double[] doubles(String name) {
    float[] raw = parameters.get(name).raw();
    double[] out = new double[raw.length];
    java.util.Arrays.setAll(out, i -> raw[i]);
    return out;
  }

  /** All exponents with input of the task that training never saw, over a trial, per step. */
  double[] exponents() {
    int n = config.network().n();
    Flossing length = new Flossing(n, config.task().steps());
    Stream stream = Stream.of(seed, "tested-exponents").at(cell.sample());
    double[][] drive = drive(signals(length.steps(), stream.at(0)));
    SpectrumRun<double[]> run =
        new SpectrumRun<>(
            new RateSystem<>(
                Arithmetic.float64(), network(), JacobianForm.TRUE, new Drive.Table(drive)),
            StartFrame.draw(n, 1, stream.at(1)),
            StartFrame.draw(n, n, stream.at(2)),
            SpectrumRun.Plan.of(length.schedule(), 1));
    run.advance(Long.MAX_VALUE);
    return run.spectrum().sorted();
  }

  /** Loss, and share of right answers, of trials that training never saw. */
  double[] test() {
    double sum = 0;
    long right = 0;
    long answers = 0;
    for (int b = 0; b < TESTED; b++) {
      show(Stream.of(seed, "tested-trials").at(cell.sample()).at(b));
      tape.forward();
      sum += loss.value()[0] / TESTED;
      for (int e = 0; e < target.value().length; e++) {
        right += (output.value()[e] > 0.5f) == (target.value()[e] > 0.5f) ? 1 : 0;
        answers++;
      }
    }
    return new double[] {sum, (double) right / answers};
  }

  /** The last numbers of the course: task loss, norm of its gradient, flossing loss. */
  double[] last() {
    double[] out = {Double.NaN, Double.NaN, Double.NaN};
    for (int e = course.size() - 1; e >= 0; e--) {
      for (int i = 0; i < 3; i++) {
        out[i] = Double.isNaN(out[i]) ? course.get(e)[i + 1] : out[i];
      }
      if (!Double.isNaN(out[0])) {
        break;
      }
    }
    return out;
  }

  Arrays parameters() {
    return parameters.save();
  }

  Arrays save() {
    double[] flat = new double[course.size() * 4];
    for (int e = 0; e < course.size(); e++) {
      System.arraycopy(course.get(e), 0, flat, e * 4, 4);
    }
    return Arrays.builder()
        .putAll("parameters/", parameters.save())
        .putAll("flossed/", flossed.save())
        .putAll("learned/", learned.save())
        .put("course", flat, course.size(), 4)
        .put("done", new int[] {done, taskEpochs})
        .build();
  }

  void load(Arrays saved) {
    parameters.load(saved.below("parameters/"));
    flossed.load(saved.below("flossed/"));
    learned.load(saved.below("learned/"));
    double[] flat = saved.doubles("course");
    course.clear();
    for (int e = 0; e < flat.length / 4; e++) {
      course.add(java.util.Arrays.copyOfRange(flat, e * 4, e * 4 + 4));
    }
    done = saved.ints("done")[0];
    taskEpochs = saved.ints("done")[1];
  }
}
