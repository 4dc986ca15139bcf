package homeostat.kinds.gradient;

import homeostat.gradient.Gradients;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameters;
import homeostat.gradient.Sgd;
import homeostat.gradient.model.ElmanNetwork;
import homeostat.gradient.model.Mlp;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.MeanSquaredError;
import homeostat.gradient.operation.Reduction;
import homeostat.gradient.operation.SoftmaxCrossEntropy;
import homeostat.gradient.tape.Products;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.kinds.bench.ElmanProducts;
import homeostat.kinds.bench.ProductFloor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** One step of a plain network on drawn data, and the same matrix products by themselves. */
final class TrainingStep {
  private static final int CLASSES = 10;
  private static final double RATE = 0.0098;
  private static final double SMOOTHING = 0.1;

  private final Tape tape;
  private final Var loss;
  private final Parameters parameters;
  private final Gradients gradients;
  private final Optional<Optimiser> optimiser;
  private final OptimiserState state;
  private final ProductFloor products;

  private TrainingStep(
      Tape tape,
      Var loss,
      Parameters parameters,
      Gradients gradients,
      Optional<Optimiser> optimiser,
      ProductFloor products) {
    this.tape = tape;
    this.loss = loss;
    this.parameters = parameters;
    this.gradients = gradients;
    this.optimiser = optimiser;
    this.state = optimiser.orElse(Sgd.withRate(RATE)).start(parameters);
    this.products = products;
  }

  static TrainingStep mlp(int inputs, int units, int batch, long seed, Parallel parallel) {
    List<Integer> widths = List.of(inputs, units, units, CLASSES);
    Mlp model = new Mlp(widths, Activation.RELU);
    Parameters parameters = model.draw(seed);
    Gradients gradients = new Gradients(parameters);
    Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
    Var x = tape.input("x", batch, inputs);
    Var labels = tape.input("labels", batch, 1);
    draw(x, seed);
    for (int i = 0; i < batch; i++) {
      labels.value()[i] = i % CLASSES;
    }
    SoftmaxCrossEntropy entropy = new SoftmaxCrossEntropy(SMOOTHING, Reduction.MEAN);
    Var loss = tape.apply("loss", entropy, model.record(tape, x), labels);
    ProductFloor products = new ProductFloor(engine(parallel));
    for (int i = 0; i < widths.size() - 1; i++) {
      products.layer(ProductFloor.matrix(batch, widths.get(i)), widths.get(i + 1), i > 0, true);
    }
    return new TrainingStep(
        tape, loss, parameters, gradients, Optional.of(Sgd.withRate(RATE)), products);
  }

  static TrainingStep rnn(
      int inputs, int units, int batch, int steps, long seed, Parallel parallel) {
    ElmanNetwork model = new ElmanNetwork(inputs, units, CLASSES, Activation.TANH);
    Parameters parameters = model.draw(seed);
    Gradients gradients = new Gradients(parameters);
    Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
    Var x = tape.input("x", steps * batch, inputs);
    Var target = tape.input("target", batch, CLASSES);
    draw(x, seed);
    draw(target, seed + 1);
    Var loss = tape.apply("loss", new MeanSquaredError(), model.record(tape, x, steps), target);
    ProductFloor products =
        new ElmanProducts(inputs, units, CLASSES, batch, steps, 1, true).floor(engine(parallel));
    return new TrainingStep(tape, loss, parameters, gradients, Optional.empty(), products);
  }

  private static void draw(Var data, long seed) {
    Stream stream = Stream.of(seed, "bench/" + data.name());
    float[] values = data.value();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) stream.uniform(i);
    }
  }

  private static Products engine(Parallel parallel) {
    return new Products(Kernels.active().dense(), parallel);
  }

  /** Forward, backward and, where the model learns, a step of the optimiser. */
  void run() {
    tape.forward();
    tape.backward(loss);
    if (optimiser.isPresent()) {
      optimiser.get().step(parameters, gradients, state);
    }
  }

  /** The matrix products of {@link #run} alone. */
  void products() {
    products.run();
  }

  /** Of the bits of the loss, the parameters and the gradients as they are now. */
  long checksum() {
    CRC32 crc = new CRC32();
    ByteBuffer bytes = ByteBuffer.allocate(4);
    crc.update(bytes.putFloat(loss.value()[0]).flip());
    parameters
        .all()
        .forEach(parameter -> {
          for (float[] part : new float[][] {parameter.raw(), gradients.get(parameter.name())}) {
            for (float value : part) {
              crc.update(bytes.clear().putFloat(value).flip());
            }
          }
        });
    return crc.getValue();
  }
}
