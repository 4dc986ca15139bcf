package homeostat.kinds.spiking;

import homeostat.connectome.CellTypePlan;
import homeostat.kernel.Stream;
import homeostat.kinds.spiking.config.HomeostaticPlasticityConfig;
import homeostat.kinds.spiking.config.TrainingSection;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;
import homeostat.spiking.ChunkTrainer;
import homeostat.spiking.InputProcess;
import homeostat.spiking.InputSettings;
import homeostat.spiking.LearningRule;
import homeostat.spiking.Objective;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.Optimisable;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.TrainerSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which synaptic strengths give a connectome-constrained spiking network realistic activity?
 * Published as Stage 2.
 */
public final class HomeostaticPlasticity implements Kind<HomeostaticPlasticityConfig> {

  @Override
  public String name() {
    return "homeostatic-plasticity";
  }

  @Override
  public String summary() {
    return "Trains the scaling factors of a spiking network until its cell types fire at their targets.";
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
    network.check(config.recurrent(), config.feedforward());
    List<String> types = config.recurrent().cellTypes().names();
    network.byType("targets.firing_rate", config.targets().firingRate(), types);
    network.byType("targets.alpha", config.targets().alpha(), types);
    network.byType("targets.threshold_ratio", config.targets().thresholdRatio(), types);
    boolean sound = network.sound();
    sound &= TimingChecks.check(config, problems);
    if (sound) {
      services(config, problems);
    }
  }

  /** Losses, learning rules and inputs that are not there, or miss a setting. */
  private static void services(HomeostaticPlasticityConfig config, Problems problems) {
    Physiology physiology = recipe(config).physiology();
    Extensions extensions = Extensions.installed();
    ObjectiveSettings settings =
        settings(config, physiology, IntStream.range(0, physiology.types()).toArray());
    for (String name : config.hyperparameters().lossWeight().keySet()) {
      problem(
          "hyperparameters.loss_weight." + name,
          problems,
          () -> {
            extensions.loss(name, settings);
          });
    }
    problem(
        "training.learning_rule",
        problems,
        () -> {
          extensions.rule(config.training().learningRule(), settings);
        });
    problem(
        "feedforward.process",
        problems,
        () -> {
          input(config, 0, 1, 1, IntStream.range(0, physiology.inputTypes()).toArray());
        });
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
                settings(config, physiology, IntStream.range(0, physiology.types()).toArray()));
    return PlasticityEstimate.of(config, ChunkTrainer.recording(rule, optimisable(config)));
  }

  @Override
  public Experiment<?> open(HomeostaticPlasticityConfig config, Setup setup) {
    CellTypePlan.Counts counts =
        config.compat().cellCounts() ? CellTypePlan.Counts.PUBLISHED : CellTypePlan.Counts.EXACT;
    NetworkRecipe recipe = recipe(config);
    Physiology physiology = recipe.physiology();
    double dt = config.simulation().dt();
    BuiltNetwork built =
        BuiltNetwork.of(
            recipe.plan(counts).generate(setup.seed()),
            physiology,
            dt,
            config.hyperparameters().surrgradScale(),
            config.targets().firingRate());
    int[] inputTypes = built.structure().inputTypes().index();
    int batch = config.training().batchSize();
    int chunk = config.simulation().chunkSize();
    Map<String, Double> weights = config.hyperparameters().lossWeight();
    Extensions extensions = Extensions.installed();
    ObjectiveSettings settings = settings(config, physiology, built.population().cellTypes());
    List<Objective> objectives =
        weights.keySet().stream().map(name -> extensions.loss(name, settings)).toList();
    ChunkTrainer trainer =
        new ChunkTrainer(
            built.network(),
            ScalingFactors.ones(physiology),
            objectives,
            extensions.rule(config.training().learningRule(), settings),
            new TrainerSettings(weights, config.training().chunksPerUpdate(), optimisable(config)),
            batch,
            chunk,
            setup.parallel());
    int trials = config.evaluation().trials();
    FrozenRun frozen =
        new FrozenRun(
            built,
            input(config, Stream.of(setup.seed(), "evaluation").bits(0), trials, 1, inputTypes),
            trials,
            (int) Math.ceil(config.evaluation().duration() / dt),
            setup.parallel());
    return new PlasticityExperiment(
        config,
        built,
        trainer,
        input(config, setup.seed(), batch, chunk, inputTypes),
        frozen,
        setup.parallel());
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
      case SCALING_FACTORS -> Optimisable.SCALING_FACTORS;
      case SCALING_FACTORS_RECURRENT -> Optimisable.SCALING_FACTORS_RECURRENT;
      case SCALING_FACTORS_FEEDFORWARD -> Optimisable.SCALING_FACTORS_FEEDFORWARD;
    };
  }

  private static ObjectiveSettings settings(
      HomeostaticPlasticityConfig config, Physiology physiology, int[] cellTypes) {
    SettingsByName byName = SettingsByName.of(config);
    return new ObjectiveSettings(
        physiology, cellTypes, config.simulation().dt(), byName.numbers(), byName.words());
  }

  private static InputProcess input(
      HomeostaticPlasticityConfig config, long seed, int batch, int steps, int[] inputTypes) {
    return Extensions.installed()
        .input(
            config.feedforward().process(),
            new InputSettings(
                seed,
                batch,
                steps,
                config.simulation().dt(),
                config.feedforward().cellTypes().names(),
                inputTypes,
                SettingsByName.of(config).numbers()));
  }
}
