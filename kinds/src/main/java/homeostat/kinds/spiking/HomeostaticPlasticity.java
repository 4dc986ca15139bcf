package homeostat.kinds.spiking;

import homeostat.connectome.CellTypePlan;
import homeostat.connectome.NetworkStructure;
import homeostat.kinds.spiking.config.HomeostaticPlasticityConfig;
import homeostat.kinds.spiking.config.TrainingSection;
import homeostat.kinds.spiking.network.BuiltNetwork;
import homeostat.kinds.spiking.network.DriveChecks;
import homeostat.kinds.spiking.network.Extensions;
import homeostat.kinds.spiking.network.InitialFactors;
import homeostat.kinds.spiking.network.InputRecipe;
import homeostat.kinds.spiking.network.NetworkChecks;
import homeostat.kinds.spiking.network.NetworkRecipe;
import homeostat.kinds.spiking.network.TrainedNetwork;
import homeostat.kinds.spiking.network.WiringSource;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.Simulates;
import homeostat.lab.UserError;
import homeostat.lab.config.Problems;
import homeostat.spiking.LearningRule;
import homeostat.spiking.Objective;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.Physiology;
import homeostat.spiking.learning.ChunkTrainer;
import homeostat.spiking.learning.Optimisable;
import homeostat.spiking.learning.TrainerSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which synaptic strengths give a connectome-constrained spiking network realistic activity?
 * Published as Stage 2.
 */
public final class HomeostaticPlasticity implements Simulates<HomeostaticPlasticityConfig> {
  private static final List<String> PUBLISHED_LOSSES =
      List.of("firing_rate", "cv", "silent_penalty", "membrane_variance", "weight_ratio");

  private static final String LOSS_WEIGHT = "hyperparameters.loss_weight.";
  private static final String LEARNING_RULE = "training.learning_rule";

  /** The loss of networks that reproduce spikes. */
  private static final String OF_TARGETS = "van_rossum";

  /** Settings that only some learning rules read. */
  private static final List<String> OF_RULES =
      List.of(
          "hyperparameters.learning_rate",
          "hyperparameters.learning_rate_end",
          "training.grad_norm_clip",
          "feedback.eta",
          "feedback.tau_r");

  @Override
  public String name() {
    return "homeostatic-plasticity";
  }

  @Override
  public String summary() {
    return "Trains scaling factors or weights of a spiking network until its cell types fire at"
        + " their targets.";
  }

  @Override
  public Class<HomeostaticPlasticityConfig> schema() {
    return HomeostaticPlasticityConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of(
        "simulation", "training", "targets", "hyperparameters", "recurrent", "feedforward");
  }

  @Override
  public void check(HomeostaticPlasticityConfig config, Problems problems) {
    NetworkChecks network = new NetworkChecks(problems);
    network.check(config.recurrent(), config.feedforward(), config.network());
    List<String> types = config.recurrent().cellTypes().names();
    new InitialFactors(config.scalingFactors())
        .check(network, types, config.feedforward().cellTypes().names());
    boolean scheduled = InputRecipe.check(config.feedforward(), problems);
    WiringSource.check(config.network(), problems);
    network.byType("targets.firing_rate", config.targets().firingRate(), types);
    network.byType("targets.alpha", config.targets().alpha(), types);
    network.byType("targets.threshold_ratio", config.targets().thresholdRatio(), types);
    boolean sound = network.sound() && scheduled;
    if (network.sound()) {
      RecordedSize.check(
          config.record(),
          recipe(config),
          config.network().file().isEmpty(),
          config.evaluation().trials(),
          problems);
    }
    sound &= TimingChecks.check(config, problems);
    if (sound) {
      services(config, problems);
    }
  }

  /** Losses, learning rules and inputs that are not there, or miss a setting. */
  private static void services(HomeostaticPlasticityConfig config, Problems problems) {
    Physiology physiology = recipe(config).physiology();
    TimingChecks.stability(physiology, config.simulation().dt(), problems);
    DriveChecks.check(physiology, config.simulation().dt(), problems);
    LossRemarks.of(config, physiology, problems);
    Extensions extensions = Extensions.installed();
    ObjectiveSettings settings = settings(config, physiology, recipe(config).expectedTypes());
    for (String name : losses(config)) {
      if (name.equals(OF_TARGETS)) {
        problems.add(
            LOSS_WEIGHT + name,
            "compares with target spikes, and this kind has none to compare with; remove it");
        continue;
      }
      problem(
          LOSS_WEIGHT + name,
          problems,
          () -> {
            extensions.loss(name, settings);
          });
    }
    problem(
        LEARNING_RULE,
        problems,
        () -> {
          rule(config, settings, extensions, problems);
        });
    problem(
        "feedforward.process",
        problems,
        () -> {
          drive(config).scheduled(0, 1, 1, IntStream.range(0, physiology.inputTypes()).toArray());
        });
  }

  /** A learning rule, and what it leaves unread. */
  private static void rule(
      HomeostaticPlasticityConfig config,
      ObjectiveSettings settings,
      Extensions extensions,
      Problems problems) {
    AskedNumbers numbers = new AskedNumbers(settings.numbers());
    String name = config.training().learningRule();
    extensions.rule(
        name,
        new ObjectiveSettings(
            settings.physiology(), settings.cellTypes(), settings.dt(), numbers, settings.words()));
    for (String key : OF_RULES) {
      if (numbers.ignored(key)) {
        problems.warn(key, "has no effect with training.learning_rule = \"" + name + "\"");
      }
    }
  }

  /** The published losses, which are always logged, and those that have a weight. */
  private static List<String> losses(HomeostaticPlasticityConfig config) {
    boolean balance = config.recurrent().cellTypes().names().contains("excitatory");
    return Stream.concat(
            PUBLISHED_LOSSES.stream().filter(name -> balance || !name.equals("weight_ratio")),
            config.hyperparameters().lossWeight().keySet().stream())
        .distinct()
        .toList();
  }

  private static void problem(String key, Problems problems, Runnable making) {
    try {
      making.run();
    } catch (IllegalArgumentException e) {
      problems.add(key, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Estimate estimate(HomeostaticPlasticityConfig config, RunSettings settings) {
    Physiology physiology = recipe(config).physiology();
    LearningRule rule =
        Extensions.installed()
            .rule(
                config.training().learningRule(),
                settings(config, physiology, recipe(config).expectedTypes()));
    return PlasticityEstimate.of(
        config, settings, ChunkTrainer.recording(rule, optimisable(config)));
  }

  @Override
  public Experiment<?> open(HomeostaticPlasticityConfig config, Setup setup) {
    Physiology physiology = recipe(config).physiology();
    double dt = config.simulation().dt();
    BuiltNetwork built = built(config, setup);
    int[] inputTypes = built.structure().inputTypes().index();
    int batch = config.training().batchSize();
    int chunk = config.simulation().chunkSize();
    Map<String, Double> weights = config.hyperparameters().lossWeight();
    Extensions extensions = Extensions.installed();
    ObjectiveSettings settings =
        settings(config, physiology, built.population().cellTypes()).of(built.network());
    List<Objective> objectives =
        losses(config).stream()
            .map(name -> fitting(LOSS_WEIGHT + name, () -> extensions.loss(name, settings)))
            .toList();
    LearningRule rule =
        fitting(LEARNING_RULE, () -> extensions.rule(config.training().learningRule(), settings));
    int segment =
        PlasticityEstimate.segment(
            config, ChunkTrainer.recording(rule, optimisable(config)), setup.memory());
    if (segment < chunk) {
      setup
          .note()
          .accept(
              "to stay within the memory, the tape is kept "
                  + segment
                  + " steps at a time and computed again: the same results, up to 1.5 times the"
                  + " time");
    }
    ChunkTrainer trainer =
        new ChunkTrainer(
            built.network(),
            new InitialFactors(config.scalingFactors()).of(physiology),
            objectives,
            rule,
            new TrainerSettings(weights, config.training().chunksPerUpdate(), optimisable(config)),
            batch,
            chunk,
            segment,
            setup.parallel());
    InputRecipe inputs = drive(config).on(built.structure());
    int trials = config.evaluation().trials();
    FrozenRun frozen =
        new FrozenRun(
            built,
            time -> inputs.frozen(evaluationSeed(setup), trials, 1, inputTypes, time),
            trials,
            (int) Math.ceil(config.evaluation().duration() / dt),
            config.record(),
            setup.parallel());
    return new PlasticityExperiment(
        config,
        built,
        trainer,
        inputs.scheduled(setup.seed(), batch, chunk, inputTypes),
        frozen,
        setup.parallel());
  }

  /** What settings make of the network itself: a wiring from a file has sizes of its own. */
  private static <T> T fitting(String key, Supplier<T> making) {
    try {
      return making.get();
    } catch (IllegalArgumentException e) {
      throw new UserError(key + ": " + e.getMessage());
    }
  }

  private static BuiltNetwork built(HomeostaticPlasticityConfig config, Setup setup) {
    CellTypePlan.Counts counts =
        config.compat().cellCounts() ? CellTypePlan.Counts.PUBLISHED : CellTypePlan.Counts.EXACT;
    NetworkRecipe recipe = recipe(config);
    NetworkStructure structure =
        WiringSource.of(config.network(), recipe, counts).wiring(setup.seed());
    WiringSource.leftOver(structure).forEach(setup.note());
    return dynamics(config, structure);
  }

  private static BuiltNetwork dynamics(
      HomeostaticPlasticityConfig config, NetworkStructure structure) {
    BuiltNetwork built =
        BuiltNetwork.of(
            structure,
            recipe(config).physiology(),
            config.simulation().dt(),
            config.hyperparameters().surrgradScale(),
            config.targets().firingRate());
    return config.compat().ffWeightsOrder()
        ? fitting("compat.ff_weights_order", built::withSpikesInStep)
        : built;
  }

  /** As the evaluation after training, which hears the same inputs, of any duration. */
  @Override
  public Experiment<?> simulation(
      HomeostaticPlasticityConfig config, Optional<homeostat.array.Arrays> trained, Setup setup) {
    BuiltNetwork start = built(config, setup);
    Physiology physiology = start.network().physiology();
    TrainedNetwork untrained =
        new TrainedNetwork(
            new InitialFactors(config.scalingFactors()).of(physiology), start.network().weights());
    TrainedNetwork now = trained.map(untrained::with).orElse(untrained);
    BuiltNetwork built = dynamics(config, start.with(now.weights()));
    int trials = config.evaluation().trials();
    return new InferenceExperiment(
        built,
        now.factors(),
        drive(config)
            .on(built.structure())
            .scheduled(
                evaluationSeed(setup),
                trials,
                FreeRun.SLICE,
                built.structure().inputTypes().index()),
        trials,
        (int) Math.ceil(config.evaluation().duration() / config.simulation().dt()),
        config.record(),
        setup.parallel());
  }

  private static long evaluationSeed(Setup setup) {
    return homeostat.kernel.Stream.of(setup.seed(), "evaluation").bits(0);
  }

  private static NetworkRecipe recipe(HomeostaticPlasticityConfig config) {
    return new NetworkRecipe(config.recurrent(), config.feedforward());
  }

  private static Optimisable optimisable(HomeostaticPlasticityConfig config) {
    return config
        .training()
        .optimisable()
        .map(HomeostaticPlasticity::trained)
        .orElse(Optimisable.NONE);
  }

  private static Optimisable trained(TrainingSection.Trainable trainable) {
    return switch (trainable) {
      case WEIGHTS -> Optimisable.WEIGHTS;
      case SCALING_FACTORS -> Optimisable.SCALING_FACTORS;
      case SCALING_FACTORS_RECURRENT -> Optimisable.SCALING_FACTORS_RECURRENT;
      case SCALING_FACTORS_FEEDFORWARD -> Optimisable.SCALING_FACTORS_FEEDFORWARD;
      case NONE -> Optimisable.NONE;
    };
  }

  private static ObjectiveSettings settings(
      HomeostaticPlasticityConfig config, Physiology physiology, int[] cellTypes) {
    SettingsByName byName = SettingsByName.of(config);
    return new ObjectiveSettings(
        physiology, cellTypes, config.simulation().dt(), byName.numbers(), byName.words());
  }

  private static InputRecipe drive(HomeostaticPlasticityConfig config) {
    return new InputRecipe(
        config.feedforward(),
        config.simulation().dt(),
        SettingsByName.of(config).numbers(),
        Optional.empty());
  }
}
