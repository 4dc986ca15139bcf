package homeostat.kinds.image;

import homeostat.array.Arrays;
import homeostat.dynamics.NonFiniteException;
import homeostat.gradient.Clip;
import homeostat.gradient.Gradients;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Reduction;
import homeostat.gradient.operation.SoftmaxCrossEntropy;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kinds.image.config.TrainingSection;
import homeostat.task.image.Batch;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.ImageEpoch;
import homeostat.task.image.PixelOrder;
import java.util.HashMap;
import java.util.Map;

/** A network with all that its training remembers. */
final class Learner {
  /** The recorded network for batches of one size. */
  private record Pass(Tape tape, Var x, Var labels, Var logits, Var loss) {}

  private final Classifier classifier;
  private final PixelOrder order;
  private final TrainingSection training;
  private final Parallel parallel;
  private final Parameters parameters;
  private final Gradients gradients;
  private final Optimiser optimiser;
  private final OptimiserState moments;
  private final Map<Integer, Pass> passes = new HashMap<>();

  Learner(
      Classifier classifier,
      PixelOrder order,
      TrainingSection training,
      long seed,
      Parallel parallel) {
    this.classifier = classifier;
    this.order = order;
    this.training = training;
    this.parallel = parallel;
    this.parameters = classifier.draw(seed);
    this.gradients = new Gradients(parameters);
    this.optimiser = training.rule();
    this.moments = optimiser.start(parameters);
  }

  /**
   * Learns from the first {@code count} images of a batch.
   *
   * @param step of the run, for complaints
   * @param tally takes what the network answered before it learnt
   */
  void learn(Batch batch, int count, Tally tally, long step) {
    Pass pass = forward(batch, count, tally);
    double loss = pass.loss.value()[0];
    if (!Double.isFinite(loss)) {
      throw new NonFiniteException("training loss", "the batch", step, loss);
    }
    pass.tape.backward(pass.loss);
    if (training.gradNormClip().isPresent()) {
      Clip.globalNorm(gradients, training.gradNormClip().get());
    }
    optimiser.step(parameters, gradients, moments);
  }

  /** What the network answers to all images of an epoch, without learning. */
  void judge(ImageBatches batches, long epoch, Tally tally) {
    Batch room = batches.room();
    ImageEpoch images = batches.epoch(epoch);
    for (int i = 0; i < batches.count(); i++) {
      forward(room, images.fill(i, room), tally);
    }
  }

  private Pass forward(Batch batch, int count, Tally tally) {
    Pass pass = passes.computeIfAbsent(count, this::record);
    float[] x = pass.x.value();
    System.arraycopy(batch.inputs(), 0, x, 0, x.length);
    for (int i = 0; i < count; i++) {
      pass.labels.value()[i] = batch.labels()[i];
    }
    pass.tape.forward();
    tally.add(pass.loss.value()[0], pass.logits.value(), batch.labels(), count);
    return pass;
  }

  private Pass record(int count) {
    Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
    Var x = tape.input("images", order.steps() * count, order.features());
    Var labels = tape.input("labels", count, 1);
    Var logits = classifier.record(tape, x);
    SoftmaxCrossEntropy entropy =
        new SoftmaxCrossEntropy(training.labelSmoothing(), Reduction.MEAN);
    return new Pass(tape, x, labels, logits, tape.apply("loss", entropy, logits, labels));
  }

  /** The parameters as they are now, copied. */
  Arrays weights() {
    return parameters.save();
  }

  Arrays save() {
    return Arrays.builder()
        .putAll("parameters/", parameters.save())
        .putAll("optimiser/", moments.save())
        .build();
  }

  void load(Arrays saved) {
    parameters.load(saved.below("parameters/"));
    moments.load(saved.below("optimiser/"));
  }
}
