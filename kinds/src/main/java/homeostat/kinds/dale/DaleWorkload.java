package homeostat.kinds.dale;

import homeostat.dale.loss.LocalLoss;
import homeostat.dale.network.Architecture;
import homeostat.dale.network.DaleNetwork;
import homeostat.dale.network.InitialWeights;
import homeostat.dale.network.Norm;
import homeostat.dale.network.Rates;
import homeostat.dale.network.Teaching;
import homeostat.dale.recurrent.CellKind;
import homeostat.dale.recurrent.DaleSequence;
import homeostat.dale.recurrent.RecurrentWeights;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.tape.Products;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.kinds.bench.BesideFloor;
import homeostat.kinds.bench.ProductFloor;
import homeostat.kinds.bench.Settings;
import homeostat.kinds.dale.config.Annealing;
import homeostat.kinds.image.Tally;
import homeostat.lab.BenchWorkload;
import homeostat.lab.Row;
import homeostat.task.image.Batch;
import homeostat.task.image.Brightness;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.ImageEpoch;
import homeostat.task.image.ImageShape;
import homeostat.task.image.Images;
import homeostat.task.image.Lighting;
import homeostat.task.image.PixelOrder;
import homeostat.task.image.Split;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.CRC32;

/**
 * A training step on drawn images of 28 x 28: lighting a batch, forward, backward, update; beside
 * the cost of its matrix products alone.
 */
public final class DaleWorkload implements BenchWorkload {
  private static final int STEPS = 10;
  private static final int IMAGES = 4000;
  private static final int EPOCH = 60_000;
  private static final int CLASSES = 10;
  private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
  private static final List<String> MODELS =
      List.of("mlp", "dann", "homeostatic", "sequence", "homeostatic-sequence");

  @Override
  public String subject() {
    return "dale";
  }

  @Override
  public String summary() {
    return "a training step of model=mlp, dann, homeostatic, sequence or homeostatic-sequence";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("model", "homeostatic");
    defaults.put("width", "234");
    defaults.put("batch", "32");
    defaults.put("threads", "1");
    defaults.put("warm_up", "2");
    defaults.put("repeats", "15");
    defaults.put("seed", "1");
    return defaults;
  }

  @Override
  public Row run(Map<String, String> values) {
    Settings settings = new Settings(subject(), values);
    String name = settings.word("model", MODELS);
    int width = settings.whole("width", 2, 100_000);
    int batch = settings.whole("batch", 1, IMAGES);
    int repeats = settings.whole("repeats", 1, 10_000);
    double warmUp = settings.decimal("warm_up", 0, 3600);
    long seed = settings.number("seed");
    try (Parallel parallel = new Parallel(settings.whole("threads", 1, 1024))) {
      Products engine = new Products(Kernels.active().dense(), parallel);
      Model model;
      ProductFloor floor;
      PixelOrder order;
      if (name.endsWith("sequence")) {
        order = PixelOrder.rows(SHAPE);
        DaleSequence network = sequence(width, name.startsWith("homeostatic"));
        model = new SequenceModel(network, order.steps(), true);
        floor = DaleProducts.of(network, order.steps(), batch, engine);
      } else {
        order = PixelOrder.flat(SHAPE);
        DaleNetwork network = network(name, width);
        model = new LayeredModel(network, true);
        floor = DaleProducts.of(network, batch, engine);
      }
      Learner learner = new Learner(model, order, learning(), seed, parallel);
      ImageBatches images = images(order, batch, seed);
      return measured(learner, images, floor, warmUp, repeats)
          .put("precision", "float32")
          .put("width", width)
          .put("batch", batch);
    }
  }

  private static DaleNetwork network(String name, int width) {
    Architecture architecture =
        switch (name) {
          case "mlp" -> Architecture.MLP;
          case "dann" -> Architecture.DANN;
          default -> Architecture.HOMEO_FULL;
        };
    return new DaleNetwork(
        architecture,
        List.of(SHAPE.size(), width, width, CLASSES),
        0.1,
        Norm.NONE,
        Teaching.usual(LocalLoss.MEAN_VARIANCE),
        InitialWeights.usual(),
        Activation.RELU,
        0,
        false);
  }

  private static DaleSequence sequence(int width, boolean homeostatic) {
    return new DaleSequence(
        CellKind.DANN,
        SHAPE.width(),
        Collections.nCopies(2, width),
        CLASSES,
        0.1,
        Activation.NONE,
        true,
        homeostatic ? Optional.of(Teaching.usual(LocalLoss.MEAN_VARIANCE)) : Optional.empty(),
        false,
        RecurrentWeights.usual());
  }

  private static LearningSettings learning() {
    return new LearningSettings(
        Rates.descent(0.0098, 0.001, 0.001),
        false,
        OptionalDouble.empty(),
        0.01,
        Annealing.NONE,
        0.1,
        1);
  }

  private static ImageBatches images(PixelOrder order, int batch, long seed) {
    Stream stream = Stream.of(seed, "bench/images");
    byte[] pixels = new byte[IMAGES * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) stream.bits(i);
    }
    byte[] labels = new byte[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = (byte) (i % CLASSES);
    }
    return new ImageBatches(
        new Images(SHAPE, pixels, labels),
        Split.none(IMAGES).train(),
        order,
        Lighting.of(new Brightness.Random(0.75)),
        batch,
        true,
        seed,
        "train");
  }

  private static Row measured(
      Learner learner, ImageBatches images, ProductFloor floor, double warmUp, int repeats) {
    Batch room = images.room();
    Tally tally = new Tally(CLASSES);
    ImageEpoch epoch = images.epoch(0);
    int whole = images.subset().length / images.size();
    int[] at = new int[1];
    Runnable steps =
        () -> {
          for (int i = 0; i < STEPS; i++) {
            int count = epoch.fill(at[0]++ % whole, room);
            learner.learn(room, count, 0, at[0], tally);
          }
        };
    Runnable products =
        () -> {
          for (int i = 0; i < STEPS; i++) {
            floor.run();
          }
        };
    steps.run();
    long checksum = checksum(learner);
    BesideFloor both = BesideFloor.measure(steps, products, warmUp, repeats);
    double perEpoch = Math.ceilDiv(EPOCH, images.size());
    return both.row("step", STEPS)
        .put("s_per_epoch", perEpoch * both.work().seconds() / STEPS)
        .put("caller_cpu_s_per_epoch", perEpoch * both.work().callerCpuSeconds() / STEPS)
        .put("checksum_steps", STEPS)
        .put("checksum", checksum);
  }

  private static long checksum(Learner learner) {
    CRC32 crc = new CRC32();
    ByteBuffer bytes = ByteBuffer.allocate(4);
    learner
        .parameters()
        .all()
        .forEach(parameter -> {
          for (float value : parameter.raw()) {
            crc.update(bytes.clear().putFloat(value).flip());
          }
        });
    return crc.getValue();
  }
}
