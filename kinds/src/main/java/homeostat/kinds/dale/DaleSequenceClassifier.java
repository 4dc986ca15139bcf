package homeostat.kinds.dale;

import homeostat.array.Arrays;
import homeostat.dale.loss.LocalLoss;
import homeostat.dale.network.Teaching;
import homeostat.dale.recurrent.CellKind;
import homeostat.dale.recurrent.DaleSequence;
import homeostat.dale.recurrent.RecurrentWeights;
import homeostat.gradient.operation.Activation;
import homeostat.kinds.dale.config.Annealing;
import homeostat.kinds.dale.config.DaleSequenceConfig;
import homeostat.kinds.dale.config.SequenceModelSection;
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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Do recurrent networks with separate excitation and inhibition learn from sequences? */
public final class DaleSequenceClassifier implements ClassifiesImages<DaleSequenceConfig> {
  /** Images in a batch that judges. */
  private static final int JUDGE = 200;

  /** Largest norm of the gradients of plain cells: without one their loss is soon NaN. */
  private static final double PLAIN_CLIP = 1;

  /** Strength of local losses where none is given. */
  public static final double USUAL_LAMBDA = 0.001;

  @Override
  public String name() {
    return "dale-sequence";
  }

  @Override
  public String summary() {
    return "Trains recurrent networks with separate excitation and inhibition on images as"
        + " sequences.";
  }

  @Override
  public Class<DaleSequenceConfig> schema() {
    return DaleSequenceConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("train", "model", "opt");
  }

  @Override
  public void check(DaleSequenceConfig config, Problems problems) {
    Checks.common(config.train(), config.opt().rates(false), config.exp(), problems);
    SequenceModelSection model = config.model();
    if (model.widths().isPresent() && model.widths().get().isEmpty()) {
      problems.add("model.widths", "at least one cell is needed, for example [234, 234]");
    }
    if (model.cell().isPresent() && model.isDann().isPresent()) {
      boolean split = model.cells().split();
      if (split != (model.isDann().get() == 1)) {
        problems.add("model.is_dann", "contradicts model.cell = \"" + model.cells().word() + "\"");
      }
    }
    Checks.inhibitory(model.inhibitory(), problems);
    if (!model.cells().split() && config.opt().corrected()) {
      problems.warn("opt.corrections", "changes nothing in cells without interneurons");
    }
    if (config.opt().lambdaHomeo().isPresent() && config.opt().lambdaHomeoVar().isPresent()) {
      problems.warn(
          "opt.lambda_homeo_var", "changes nothing: cells have one local loss, of lambda_homeo");
    }
    boolean shunt = model.cells() == CellKind.SHUNT;
    boolean signed = model.activation() == Activation.NONE || model.activation() == Activation.TANH;
    if (shunt && signed) {
      problems.add(
          "model.activation",
          "shunting cells divide by activity, which must be at least 0; set \"relu\","
              + " \"sigmoid\" or \"soft_plus\"");
    }
    if (shunt && model.learnedStart()) {
      problems.add("model.learned_start", "shunting cells begin at 0; leave it out");
    }
    if (!model.cells().split() && model.legacyUGroups()) {
      problems.add("model.legacy_u_groups", "plain cells have no Uix and Uei");
    }
    if (!model.homeostatic()) {
      String why = "needs dann cells and model.homeostasis = 1";
      if (model.taskOptInhib() == 1) {
        problems.add("model.task_opt_inhib", why);
      }
      if (model.homeoOptExc() == 1) {
        problems.add("model.homeo_opt_exc", why);
      }
      if (model.homeostaticAnnealing() != Annealing.NONE) {
        problems.add("model.homeostatic_annealing", why);
      }
      if (model.localLoss().isPresent()) {
        problems.add("model.local_loss", why);
      }
    }
  }

  @Override
  public Estimate estimate(DaleSequenceConfig config, RunSettings settings) {
    ImageSet set = Checks.set(config.train().dataset());
    PixelOrder order = order(config, set.shape(), 0);
    return Checks.estimate(
        model(config, order, set.classes()),
        config.train(),
        JUDGE,
        "model.hidden_layer_width or train.batch_size");
  }

  @Override
  public List<Path> inputs(DaleSequenceConfig config) {
    return Views.files(config.train().dataset(), config.data());
  }

  @Override
  public Experiment<?> open(DaleSequenceConfig config, Setup setup) {
    ImageData images = Views.read(config.train().dataset(), config.data());
    PixelOrder order = order(config, images.shape(), setup.seed());
    Views views = Views.of(images, config.train(), config.data(), order, JUDGE, setup.seed());
    return new TrainingExperiment(
        model(config, order, images.classes()),
        Optional.empty(),
        learning(config),
        config.diag(),
        views,
        setup.seed(),
        setup.parallel());
  }

  @Override
  public Arrays parameters(Arrays state) {
    return state.below(TrainingState.PARAMETERS);
  }

  @Override
  public SavedClassifier classifier(DaleSequenceConfig config, Arrays parameters, long seed) {
    return SavedSequence.of(config, parameters, seed);
  }

  static PixelOrder order(DaleSequenceConfig config, ImageShape shape, long seed) {
    PixelOrder order =
        config.model().order() == SequenceModelSection.Order.ROWS
            ? PixelOrder.rows(shape)
            : PixelOrder.pixels(shape);
    return config.data().permuted() ? order.permuted(shape, seed) : order;
  }

  static LearningSettings learning(DaleSequenceConfig config) {
    boolean plain = config.model().cells() == CellKind.PLAIN;
    OptionalDouble usual = plain ? OptionalDouble.of(PLAIN_CLIP) : OptionalDouble.empty();
    return new LearningSettings(
        config.opt().rates(config.model().legacyUGroups()),
        config.opt().corrected(),
        config.opt().clip(usual),
        config.opt().lambda(false, USUAL_LAMBDA),
        config.model().homeostaticAnnealing(),
        config.train().labelSmoothing(),
        config.train().epochs());
  }

  static SequenceModel model(DaleSequenceConfig config, PixelOrder order, int classes) {
    SequenceModelSection model = config.model();
    boolean excitation = model.excitationTraining() == 1;
    LocalLoss local =
        switch (model.local()) {
          case MEAN_VARIANCE -> LocalLoss.MEAN_VARIANCE;
          case VARIANCE -> LocalLoss.VARIANCE;
          case LEGACY -> LocalLoss.DISTANCE;
        };
    Teaching teaching =
        new Teaching(
            Optional.empty(),
            true,
            local,
            model.taskOptInhib() == 1 && excitation,
            model.homeoOptExc() == 1,
            false);
    DaleSequence network =
        new DaleSequence(
            model.cells(),
            order.features(),
            model
                .widths()
                .orElseGet(() -> Collections.nCopies(model.depth(), model.hiddenLayerWidth())),
            classes,
            model.inhibitory(),
            model.activation(),
            model.normtype() == 1,
            model.homeostatic() ? Optional.of(teaching) : Optional.empty(),
            model.learnedStart(),
            new RecurrentWeights(
                model.plainInit(),
                model.plainNumerator(),
                model.hybridShare(),
                model.init(),
                model.legacyUGroups()));
    return new SequenceModel(network, order.steps(), excitation);
  }
}
