package homeostat.kinds.disinhibition;

import homeostat.array.Arrays;
import homeostat.disinhibition.circuit.Layers;
import homeostat.kinds.disinhibition.config.ClassifierConfig;
import homeostat.kinds.disinhibition.config.ModelSection;
import homeostat.kinds.robustness.ClassifiesImages;
import homeostat.kinds.robustness.SavedClassifier;
import homeostat.lab.CrossCheck;
import homeostat.lab.CrossChecks;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.Simulates;
import homeostat.lab.config.Problems;
import homeostat.task.dataset.ImageSet;
import homeostat.task.dataset.ImageSets;
import homeostat.task.dataset.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Can circuits of excitatory and inhibitory pairs learn to tell images apart with local plasticity
 * that a controller teaches by dis-inhibition?
 */
public final class DisinhibitoryClassifier
    implements ClassifiesImages<ClassifierConfig>,
        CrossChecks<ClassifierConfig>,
        Simulates<ClassifierConfig> {
  /** What figures and the report of a run with images take beside it. */
  private static final long DRAWING = 60L << 20;

  @Override
  public String name() {
    return "disinhibitory-classifier";
  }

  @Override
  public String summary() {
    return "Trains circuits of excitatory-inhibitory pairs on images, by local rules under"
        + " control.";
  }

  @Override
  public Class<ClassifierConfig> schema() {
    return ClassifierConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("dataset", "trainer");
  }

  @Override
  public void check(ClassifierConfig config, Problems problems) {
    NetworkChecks.check(config.dataset(), config.model().vf(), problems);
    if (!config.evaluatedOnTrain() && config.dataset().evaluatedShare() != 0.1) {
      problems.warn(
          "dataset.OL_eval_subset_split", "has no effect without OL_eval_on_train = true");
    }
    RouteChecks.check(config, problems);
    RuleChecks.check(config, problems);
  }

  @Override
  public Estimate estimate(ClassifierConfig config, RunSettings settings) {
    ImageSet set = ImageSets.installed().named(config.dataset().set());
    Layers layers = new Assembly(config).layers(set.shape().size(), set.classes());
    long bytes = set.parts().stream().mapToLong(Part::bytes).sum();
    long images = set.trainingImages();
    int train = (int) Math.max(1, images - Math.round(config.dataset().validSplit() * images));
    double seconds = secondsPerBatch(config, layers);
    Slices slices = Slices.of(train, config.batchsize(), seconds);
    long units = layers.hidden().stream().mapToLong(Integer::longValue).sum();
    long weights = 0;
    for (int l = 0; l <= layers.depth(); l++) {
      weights += (long) layers.senders(l) * layers.units(l);
    }
    boolean solver = config.model().route() == ModelSection.Route.SOLVER;
    long feedback = config.trainer().local() ? layers.outputs() : 0;
    long perImage = units * (feedback + 16 + (solver ? 24 : 0)) + layers.inputs();
    long passes = 4 * perImage * config.batchsize();
    return new Estimate(
        Estimate.PROCESS + DRAWING + 3 * bytes / 2 + passes + 32 * weights,
        (long) config.epochs() * slices.perEpoch(),
        seconds * slices.batchesPerStep(),
        "lower batchsize ("
            + config.batchsize()
            + ") or model.vf.sizes_hidden "
            + config.model().vf().sizesHidden());
  }

  static double secondsPerBatch(ClassifierConfig config, Layers layers) {
    boolean solver =
        config.model().vf().pairs() && config.model().route() == ModelSection.Route.SOLVER;
    return Slices.secondsPerBatch(layers, config.batchsize(), config.trainer().local(), solver);
  }

  @Override
  public List<Path> inputs(ClassifierConfig config) {
    return ImageParts.files(config.dataset());
  }

  @Override
  public Experiment<?> open(ClassifierConfig config, Setup setup) {
    ImageParts images = ImageParts.read(config.dataset(), config.batchsize(), setup.seed());
    return new ClassifierExperiment(config, images, setup.seed(), setup.parallel());
  }

  @Override
  public Arrays parameters(Arrays state) {
    return state.below("parameters/");
  }

  @Override
  public SavedClassifier classifier(ClassifierConfig config, Arrays parameters, long seed) {
    ImageParts images = ImageParts.read(config.dataset(), config.batchsize(), seed);
    return new SavedCircuit(config, images, parameters, seed);
  }

  @Override
  public CrossCheck crossCheck(ClassifierConfig config, Optional<Arrays> trained, Setup setup) {
    ImageParts images = ImageParts.read(config.dataset(), config.batchsize(), setup.seed());
    ClassifierExperiment experiment =
        new ClassifierExperiment(config, images, setup.seed(), setup.parallel());
    ClassifierState state = trained.map(experiment::restore).orElseGet(experiment::fresh);
    return new RouteCheck(config, images, setup.parallel()).at(state);
  }

  @Override
  public Experiment<?> simulation(ClassifierConfig config, Optional<Arrays> trained, Setup setup) {
    ImageParts images = ImageParts.read(config.dataset(), config.batchsize(), setup.seed());
    ClassifierExperiment experiment =
        new ClassifierExperiment(config, images, setup.seed(), setup.parallel());
    ClassifierState state = trained.map(experiment::restore).orElseGet(experiment::fresh);
    return new Settling(config, images, setup.parallel()).of(state);
  }
}
