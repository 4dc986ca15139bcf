package homeostat.kinds.dale;

import homeostat.array.Arrays;
import homeostat.dale.network.UpdateCorrections;
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
import homeostat.kinds.image.Tally;
import homeostat.task.image.Batch;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.ImageEpoch;
import homeostat.task.image.PixelOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** A model with all that its training remembers. */
final class Learner {
  /** The recorded model for batches of one size. */
  record Pass(Tape tape, Var x, Var labels, RecordedModel model, Var loss) {}

  private final Model model;
  private final PixelOrder order;
  private final LearningSettings settings;
  private final Parallel parallel;
  private final Parameters parameters;
  private final Gradients gradients;
  private final Optimiser optimiser;
  private final OptimiserState moments;
  private final Map<Integer, Pass> passes = new HashMap<>();

  Learner(Model model, PixelOrder order, LearningSettings settings, long seed, Parallel parallel) {
    this.model = model;
    this.order = order;
    this.settings = settings;
    this.parallel = parallel;
    this.parameters = model.draw(seed);
    this.gradients = new Gradients(parameters);
    this.optimiser = settings.rates().optimiser(parameters, model::frozen);
    this.moments = optimiser.start(parameters);
  }

  Parameters parameters() {
    return parameters;
  }

  Gradients gradients() {
    return gradients;
  }

  /**
   * Learns from the first {@code count} images of a batch: one forward pass, one backward pass that
   * brings the task's and the local gradients, one step of the optimiser.
   *
   * @param epoch counted from 0, for the strength of local losses
   * @param step of the run, for complaints
   * @param tally takes what the network answered before it learnt
   * @return the pass, with its values and gradients
   */
  Pass learn(Batch batch, int count, long epoch, long step, Tally tally) {
    Pass pass = forward(batch, count, tally);
    double loss = pass.loss.value()[0];
    if (!Double.isFinite(loss)) {
      throw new NonFiniteException("training loss", "the batch", step, loss);
    }
    pass.model.strength().value()[0] = (float) settings.strength(epoch);
    pass.tape.backward(pass.loss);
    if (settings.corrected()) {
      UpdateCorrections.apply(parameters, gradients);
    }
    settings.clip().ifPresent(norm -> Clip.globalNorm(gradients, norm));
    optimiser.step(parameters, gradients, moments);
    return pass;
  }

  /**
   * What the network answers to all images of an epoch, without learning.
   *
   * @param look sees each pass, with the number of its images
   */
  void judge(ImageBatches batches, long epoch, Tally tally, ObjIntConsumer<Pass> look) {
    judge(batches, epoch, tally, (_, _) -> {}, look);
  }

  /**
   * The same of images that are changed first.
   *
   * @param change of a batch, with the number of its images
   */
  void judge(
      ImageBatches batches,
      long epoch,
      Tally tally,
      ObjIntConsumer<Batch> change,
      ObjIntConsumer<Pass> look) {
    Batch room = batches.room();
    ImageEpoch images = batches.epoch(epoch);
    for (int i = 0; i < batches.count(); i++) {
      int count = images.fill(i, room);
      change.accept(room, count);
      look.accept(forward(room, count, tally), count);
    }
  }

  private Pass forward(Batch batch, int count, Tally tally) {
    Pass pass = pass(count);
    System.arraycopy(batch.inputs(), 0, pass.x.value(), 0, pass.x.value().length);
    for (int i = 0; i < count; i++) {
      pass.labels.value()[i] = batch.labels()[i];
    }
    pass.tape.forward();
    tally.add(pass.loss.value()[0], pass.model.logits().value(), batch.labels(), count);
    return pass;
  }

  /** The recorded model for batches of a size. */
  Pass pass(int count) {
    return passes.computeIfAbsent(count, this::record);
  }

  private Pass record(int count) {
    Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
    Var x = tape.input("images", order.steps() * count, order.features());
    Var labels = tape.input("labels", count, 1);
    RecordedModel made = model.record(tape, x);
    SoftmaxCrossEntropy entropy =
        new SoftmaxCrossEntropy(settings.labelSmoothing(), Reduction.MEAN);
    Var loss = tape.apply("loss", entropy, made.logits(), labels);
    return new Pass(tape, x, labels, made, loss);
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
