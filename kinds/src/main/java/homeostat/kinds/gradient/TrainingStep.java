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
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** One step of a plain network on drawn data, and the same matrix products by themselves. */
final class TrainingStep {
  private static final int CLASSES = 10;
  private static final double RATE = 0.0098;
  private static final double SMOOTHING = 0.1;

  private record Product(FloatMatrix a, FloatMatrix b, FloatMatrix c) {}

  private final Tape tape;
  private final Var loss;
  private final Parameters parameters;
  private final Gradients gradients;
  private final Optional<Optimiser> optimiser;
  private final OptimiserState state;
  private final Products engine;
  private final List<Product> products;

  private TrainingStep(
      Tape tape,
      Var loss,
      Parameters parameters,
      Gradients gradients,
      Optional<Optimiser> optimiser,
      Products engine,
      List<Product> products) {
    this.tape = tape;
    this.loss = loss;
    this.parameters = parameters;
    this.gradients = gradients;
    this.optimiser = optimiser;
    this.state = optimiser.orElse(Sgd.withRate(RATE)).start(parameters);
    this.engine = engine;
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
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < widths.size() - 1; i++) {
      int in = widths.get(i);
      int out = widths.get(i + 1);
      FloatMatrix h = matrix(batch, in);
      FloatMatrix w = matrix(out, in);
      FloatMatrix d = matrix(batch, out);
      products.add(new Product(h, w.transpose(), matrix(batch, out)));
      products.add(new Product(d.transpose(), h, matrix(out, in)));
      if (i > 0) {
        products.add(new Product(d, w, matrix(batch, in)));
      }
    }
    return new TrainingStep(
        tape,
        loss,
        parameters,
        gradients,
        Optional.of(Sgd.withRate(RATE)),
        new Products(Kernels.active().dense(), parallel),
        products);
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
    List<Product> products = new ArrayList<>();
    FloatMatrix h = matrix(steps * batch, units);
    FloatMatrix d = matrix(steps * batch, units);
    FloatMatrix data = matrix(steps * batch, inputs);
    FloatMatrix w = matrix(units, units);
    products.add(new Product(data, matrix(units, inputs).transpose(), h));
    for (int t = 0; t < steps; t++) {
      FloatMatrix now = h.block(t * batch, 0, batch, units);
      products.add(new Product(matrix(batch, units), w.transpose(), now));
      products.add(new Product(d.block(t * batch, 0, batch, units), w, matrix(batch, units)));
    }
    products.add(new Product(d.transpose(), h, matrix(units, units)));
    products.add(new Product(d.transpose(), data, matrix(units, inputs)));
    FloatMatrix v = matrix(CLASSES, units);
    FloatMatrix out = matrix(batch, CLASSES);
    FloatMatrix last = matrix(batch, units);
    products.add(new Product(last, v.transpose(), out));
    products.add(new Product(out, v, matrix(batch, units)));
    products.add(new Product(out.transpose(), last, matrix(CLASSES, units)));
    return new TrainingStep(
        tape,
        loss,
        parameters,
        gradients,
        Optional.empty(),
        new Products(Kernels.active().dense(), parallel),
        products);
  }

  private static void draw(Var data, long seed) {
    Stream stream = Stream.of(seed, "bench/" + data.name());
    float[] values = data.value();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) stream.uniform(i);
    }
  }

  /** Filled with ordinary numbers: products of zeros are no measure. */
  private static FloatMatrix matrix(int rows, int cols) {
    float[] data = new float[rows * cols];
    for (int i = 0; i < data.length; i++) {
      data[i] = 0.01f + 1e-3f * (i % 97);
    }
    return FloatMatrix.of(data, rows, cols);
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
    for (int i = 0; i < products.size(); i++) {
      Product product = products.get(i);
      engine.gemm(product.a(), product.b(), 0f, product.c());
    }
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
