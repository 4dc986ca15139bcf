package homeostat.kinds.dale;

import homeostat.array.Arrays;
import homeostat.dale.loss.LocalLoss;
import homeostat.dale.network.Architecture;
import homeostat.dale.network.DaleNetwork;
import homeostat.dale.network.InitialWeights;
import homeostat.dale.network.Teaching;
import homeostat.gradient.operation.NormaliseGradient;
import homeostat.kinds.dale.config.DaleClassifierConfig;
import homeostat.kinds.dale.config.DataSection;
import homeostat.kinds.dale.config.ModelSection;
import homeostat.kinds.robustness.ClassifiesImages;
import homeostat.kinds.robustness.SavedClassifier;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;
import homeostat.task.dataset.ImageSet;
import homeostat.task.image.ImageData;
import homeostat.task.image.ImageShape;
import homeostat.task.image.PixelOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Can networks with separate excitation and inhibition, kept in homeostasis, learn robustly? */
public final class DaleClassifier implements ClassifiesImages<DaleClassifierConfig> {
  /** Images in a batch that judges. */
  private static final int JUDGE = 500;

  /** Strength of local losses where none is given. */
  public static final double USUAL_LAMBDA = 0.01;

  @Override
  public String name() {
    return "dale-classifier";
  }

  @Override
  public String summary() {
    return "Trains networks with separate excitation and inhibition, kept in homeostasis, on"
        + " images.";
  }

  @Override
  public Class<DaleClassifierConfig> schema() {
    return DaleClassifierConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("train", "model", "opt");
  }

  @Override
  public void check(DaleClassifierConfig config, Problems problems) {
    Checks.common(config.train(), config.opt().rates(false), config.exp(), problems);
    PublishedSwitches.check(config.model(), problems);
    Architecture arch = PublishedSwitches.of(config.model()).architecture();
    if (config.opt().corrected() && (arch == Architecture.MLP || arch == Architecture.COLUMN_EI)) {
      problems.warn("opt.corrections", "changes nothing in networks without interneurons");
    }
    if (config.model().widths().isPresent() && config.model().widths().get().isEmpty()) {
      problems.add("model.widths", "at least one hidden layer is needed, for example [234, 234]");
    }
    double inhibitory = config.model().inhibitory();
    Checks.inhibitory(inhibitory, problems);
    if (arch == Architecture.COLUMN_EI
        && hidden(config.model()).stream().anyMatch(n -> n <= inhibitory)) {
      problems.add(
          "model.inhibitory",
          "%.0f inhibitory units leave no excitatory ones in a layer of column_ei with %s units"
              .formatted(inhibitory, hidden(config.model())));
    }
  }

  @Override
  public Estimate estimate(DaleClassifierConfig config, RunSettings settings) {
    ImageSet set = Checks.set(config.train().dataset());
    LayeredModel model = model(config, set.shape(), set.classes());
    return Checks.estimate(
        model, config.train(), JUDGE, "model.hidden_layer_width or train.batch_size");
  }

  @Override
  public List<Path> inputs(DaleClassifierConfig config) {
    return Views.files(config.train().dataset(), config.data());
  }

  @Override
  public Experiment<?> open(DaleClassifierConfig config, Setup setup) {
    ImageData images = Views.read(config.train().dataset(), config.data());
    PixelOrder order = order(config.data(), images.shape(), setup.seed());
    Views views = Views.of(images, config.train(), config.data(), order, JUDGE, setup.seed());
    LayeredModel model = model(config, images.shape(), images.classes());
    Optional<NormaliseGradient.Mode> mode =
        model.homeostatic() ? model.network().teaching().feedback() : Optional.empty();
    return new TrainingExperiment(
        model, mode, learning(config), config.diag(), views, setup.seed(), setup.parallel());
  }

  @Override
  public Arrays parameters(Arrays state) {
    return state.below(TrainingState.PARAMETERS);
  }

  @Override
  public SavedClassifier classifier(DaleClassifierConfig config, Arrays parameters, long seed) {
    return SavedNetwork.of(config, parameters, seed);
  }

  /** How images of a shape are seen. */
  static PixelOrder order(DataSection data, ImageShape shape, long seed) {
    PixelOrder flat = PixelOrder.flat(shape);
    return data.permuted() ? flat.permuted(shape, seed) : flat;
  }

  /** How the network of a config learns. */
  static LearningSettings learning(DaleClassifierConfig config) {
    boolean variances =
        PublishedSwitches.of(config.model()).architecture() == Architecture.HOMEO_FULL;
    return new LearningSettings(
        config.opt().rates(false),
        config.opt().corrected(),
        config.opt().clip(OptionalDouble.empty()),
        config.opt().lambda(variances, USUAL_LAMBDA),
        config.model().homeostaticAnnealing(),
        config.train().labelSmoothing(),
        config.train().epochs());
  }

  /** Units of each hidden layer. */
  private static List<Integer> hidden(ModelSection model) {
    return model
        .widths()
        .orElseGet(() -> Collections.nCopies(model.depth(), model.hiddenLayerWidth()));
  }

  /** The network of a config for images of a shape. */
  static LayeredModel model(DaleClassifierConfig config, ImageShape shape, int classes) {
    ModelSection model = config.model();
    PublishedSwitches switches = PublishedSwitches.of(model);
    Architecture arch = switches.architecture();
    List<Integer> widths = new ArrayList<>(hidden(model));
    widths.addFirst(shape.size());
    widths.addLast(classes);
    boolean detached = model.normtypeDetach() == 1;
    Optional<NormaliseGradient.Mode> feedback =
        detached
            ? Optional.empty()
            : Optional.of(
                arch == Architecture.HOMEO_MEAN
                    ? NormaliseGradient.Mode.CENTRE
                    : model.lnFeedback().mode());
    LocalLoss usual = arch == Architecture.HOMEO_MEAN ? LocalLoss.MEAN : LocalLoss.MEAN_VARIANCE;
    Teaching teaching =
        new Teaching(
            feedback,
            !detached,
            model.implicitHomeostaticLoss() == 1 ? LocalLoss.VARIANCE : usual,
            model.taskOptInhib() == 1 && switches.trainExcitation(),
            model.homeoOptExc() == 1,
            model.feedbackAlignment() == 1);
    DaleNetwork network =
        new DaleNetwork(
            arch,
            widths,
            model.inhibitory(),
            switches.norm(),
            teaching,
            new InitialWeights(model.init(), model.initNumerator(), model.initK()),
            model.activation(),
            Checks.meanPixel(config.train().dataset()),
            model.splitBias().orElse(config.opt().exponentiated()));
    return new LayeredModel(network, switches.trainExcitation());
  }
}
