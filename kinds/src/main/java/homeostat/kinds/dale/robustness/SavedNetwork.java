package homeostat.kinds.dale.robustness;

import homeostat.array.Arrays;
import homeostat.array.Npz;
import homeostat.gradient.Parameters;
import homeostat.kinds.dale.DaleClassifier;
import homeostat.kinds.dale.LayeredModel;
import homeostat.kinds.dale.LearningSettings;
import homeostat.kinds.dale.Views;
import homeostat.kinds.dale.config.DaleClassifierConfig;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.Checkpoints;
import homeostat.lab.record.RunFolder;
import homeostat.task.image.Brightness;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.ImageData;
import homeostat.task.image.Lighting;
import homeostat.task.image.PixelOrder;
import homeostat.task.image.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A trained network with the images that it knows and those that it does not.
 *
 * @param name of its run
 * @param group networks that differ by their seed alone have one
 * @param model its settings
 * @param learning how it learnt
 * @param parameters as they were saved
 * @param data the data set
 * @param order how images are seen
 * @param training images as it saw them in training
 */
record SavedNetwork(
    String name,
    String group,
    LayeredModel model,
    LearningSettings learning,
    Parameters parameters,
    ImageData data,
    PixelOrder order,
    ImageBatches training) {

  static SavedNetwork read(String folder, RobustnessConfig config) {
    RunFolder run = RunFolder.open(Path.of(folder));
    Resolved<?> resolved = ConfigLoader.load(run.config().toString(), List.of(), Kinds.all());
    if (!(resolved.config() instanceof DaleClassifierConfig saved)) {
      throw new UserError(
          "of: %s is a run of %s; this report reads runs of dale-classifier"
              .formatted(folder, resolved.kind().name()));
    }
    long seed = resolved.run().seed();
    ImageData data = Views.read(saved.train().dataset(), saved.data());
    LayeredModel model = DaleClassifier.model(saved, data.shape(), data.classes());
    Parameters parameters = model.draw(seed);
    parameters.load(weights(run, config.checkpoint()));
    PixelOrder flat = PixelOrder.flat(data.shape());
    PixelOrder order = saved.data().permuted() ? flat.permuted(data.shape(), seed) : flat;
    double factor = saved.data().brightnessFactor();
    Brightness shift = factor == 0 ? Brightness.none() : new Brightness.Random(factor);
    int count = Math.min(config.adaptation().setPointImages(), data.train().count());
    int[] first = java.util.Arrays.copyOf(Split.none(data.train().count()).train(), count);
    ImageBatches training =
        new ImageBatches(
            data.train(),
            first,
            order,
            Lighting.of(shift),
            Math.min(500, count),
            false,
            seed,
            "set-points");
    return new SavedNetwork(
        run.name(),
        group(model, factor),
        model,
        DaleClassifier.learning(saved),
        parameters,
        data,
        order,
        training);
  }

  /** A finished run has its last weights in a file; one that was stopped, in a checkpoint. */
  private static Arrays weights(RunFolder run, RobustnessConfig.Checkpoint which) {
    Path last = run.path().resolve("weights/final.npz");
    if (which == RobustnessConfig.Checkpoint.LAST && Files.exists(last)) {
      return Npz.read(last);
    }
    Checkpoints checkpoints = new Checkpoints(run.checkpoints());
    boolean best = which == RobustnessConfig.Checkpoint.BEST;
    Path file = best ? checkpoints.best() : checkpoints.latest();
    if (!Files.exists(file)) {
      throw new UserError(
          "of: %s has no %s; has the run ended an epoch?"
              .formatted(run.path(), file.getFileName()));
    }
    return Checkpoint.read(file).state().below("learner/parameters/");
  }

  private static String group(LayeredModel model, double factor) {
    String name = model.network().architecture().name().toLowerCase(Locale.ROOT);
    String norm = model.network().norm().name().toLowerCase(Locale.ROOT);
    String light = factor == 0 ? "" : ", trained at " + factor;
    return (norm.equals("none") ? name : name + " + " + norm + " norm") + light;
  }
}
