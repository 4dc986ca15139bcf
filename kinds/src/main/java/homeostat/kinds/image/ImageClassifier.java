package homeostat.kinds.image;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.kinds.image.config.DataSection;
import homeostat.kinds.image.config.ImageClassifierConfig;
import homeostat.kinds.image.config.ModelSection;
import homeostat.kinds.image.config.TrainingSection;
import homeostat.kinds.robustness.ClassifiesImages;
import homeostat.kinds.robustness.SavedClassifier;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.UserError;
import homeostat.lab.config.Nearest;
import homeostat.lab.config.Problems;
import homeostat.task.dataset.DataException;
import homeostat.task.dataset.DataPlaces;
import homeostat.task.dataset.ImageSet;
import homeostat.task.dataset.ImageSets;
import homeostat.task.dataset.Part;
import homeostat.task.image.ImageData;
import homeostat.task.image.PixelOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How well does a plain network learn to tell images apart? The reference for richer networks. */
public final class ImageClassifier implements ClassifiesImages<ImageClassifierConfig> {
  @Override
  public String name() {
    return "image-classifier";
  }

  @Override
  public String summary() {
    return "Trains a multi-layer perceptron or an Elman network to tell images apart.";
  }

  @Override
  public Class<ImageClassifierConfig> schema() {
    return ImageClassifierConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("data", "model", "training");
  }

  @Override
  public void check(ImageClassifierConfig config, Problems problems) {
    List<String> sets = ImageSets.installed().all().stream().map(ImageSet::name).toList();
    DataSection data = config.data();
    ModelSection model = config.model();
    TrainingSection training = config.training();
    if (!sets.contains(data.set())) {
      String near =
          Nearest.of(data.set(), sets).map(name -> "; did you mean '" + name + "'?").orElse("");
      problems.add("data.set", "no data set '" + data.set() + "'" + near + "; there are " + sets);
    }
    if (sets.contains(data.set())) {
      int images = ImageSets.installed().named(data.set()).trainingImages();
      if (data.validation() >= images) {
        problems.add(
            "data.validation",
            "%d of the %d training images leaves none to learn from"
                .formatted(data.validation(), images));
      }
    }
    boolean flat = data.order() == DataSection.Order.FLAT;
    if (model.hidden().isEmpty()) {
      problems.add("model.hidden", "at least one hidden layer is needed, for example [234]");
    }
    if (model.type() == ModelSection.Type.MLP && !flat) {
      problems.add(
          "data.order", "an mlp sees flat images; set \"flat\", or model.type = \"elman\"");
    }
    if (model.type() == ModelSection.Type.ELMAN && flat) {
      problems.add("data.order", "an Elman network reads sequences; set \"rows\" or \"pixels\"");
    }
    if (model.type() == ModelSection.Type.ELMAN && model.hidden().size() > 1) {
      problems.add("model.hidden", "an Elman network has one hidden layer, for example [220]");
    }
    rule(training, problems);
  }

  /** Settings that the chosen rule would ignore. */
  private static void rule(TrainingSection training, Problems problems) {
    TrainingSection.Rule rule = training.optimiser();
    boolean descent = rule == TrainingSection.Rule.SGD;
    if (training.nesterov() && !(descent && training.momentum() > 0)) {
      problems.add("training.nesterov", "needs optimiser = \"sgd\" and a momentum above 0");
    }
    if (training.momentum() > 0 && !descent && rule != TrainingSection.Rule.RMSPROP) {
      problems.add("training.momentum", "has no effect on this optimiser; use sgd or rmsprop");
    }
    if (training.weightDecay() > 0 && rule == TrainingSection.Rule.ADAM) {
      problems.add("training.weight_decay", "has no effect on adam; use adamw");
    }
  }

  @Override
  public Estimate estimate(ImageClassifierConfig config, RunSettings settings) {
    ImageSet set = ImageSets.installed().named(config.data().set());
    PixelOrder order = Sets.order(config.data(), set.shape(), 0);
    Classifier classifier = Classifier.of(config.model(), order, set.classes());
    long bytes = set.parts().stream().mapToLong(Part::bytes).sum();
    int batch = config.training().batchSize();
    long images = Math.max(1, set.trainingImages() - config.data().validation());
    int batches = (int) Math.ceilDiv(images, batch);
    Slices slices = Slices.of(batches, batch, classifier.multiplications());
    long units = config.model().hidden().stream().mapToLong(Integer::longValue).sum();
    long passes = 16L * batch * order.steps() * (units + order.features());
    long weights = 20 * classifier.multiplications() / order.steps();
    double seconds =
        slices.batchesPerStep() * Slices.secondsPerBatch(batch, classifier.multiplications());
    return new Estimate(
        Estimate.PROCESS + 3 * bytes / 2 + passes + weights,
        (long) config.training().epochs() * slices.perEpoch(),
        seconds,
        "lower training.batch_size (" + batch + ") or model.hidden " + config.model().hidden());
  }

  @Override
  public Experiment<?> open(ImageClassifierConfig config, Setup setup) {
    ImageData images = read(config.data());
    int size = config.training().batchSize();
    Sets sets = Sets.of(images, config.data(), size, setup.seed());
    Classifier classifier = Classifier.of(config.model(), sets.train().order(), images.classes());
    Slices slices = Slices.of(sets.train().count(), size, classifier.multiplications());
    return new ClassifierExperiment(
        config, classifier, sets, slices, setup.seed(), setup.parallel());
  }

  @Override
  public List<Path> inputs(ImageClassifierConfig config) {
    DataSection data = config.data();
    try {
      return places(data).files(ImageSets.installed().named(data.set()));
    } catch (DataException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Arrays parameters(Arrays state) {
    return state.below("learner/parameters/");
  }

  @Override
  public SavedClassifier classifier(ImageClassifierConfig config, Arrays parameters, long seed) {
    return SavedPlain.of(config, parameters, seed);
  }

  static ImageData read(DataSection data) {
    try {
      return places(data).read(ImageSets.installed().named(data.set()));
    } catch (DataException | FormatException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private static DataPlaces places(DataSection data) {
    return DataPlaces.ofUser(
        data.dir().isEmpty() ? Optional.empty() : Optional.of(Path.of(data.dir())));
  }
}
