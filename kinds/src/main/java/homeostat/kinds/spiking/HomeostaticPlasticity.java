package homeostat.kinds.spiking;

import homeostat.connectome.CellTypePlan;
import homeostat.gradient.Adam;
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
import homeostat.spiking.Objective;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.Optimisable;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.TrainerSettings;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
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

  /** Losses and inputs that are not there, or miss a setting. */
  private static void services(HomeostaticPlasticityConfig config, Problems problems) {
    Physiology physiology = recipe(config).physiology();
    TreeMap<String, Objective.Provider> known = Objective.providers();
    int[] oneOfEach = IntStream.range(0, physiology.types()).toArray();
    for (String name : config.hyperparameters().lossWeight().keySet()) {
      String key = "hyperparameters.loss_weight." + name;
      Objective.Provider provider = known.get(name);
      if (provider == null) {
        problems.add(key, "is no loss; there are " + String.join(", ", known.keySet()));
        continue;
      }
      try {
        provider.create(objectiveSettings(config, physiology, oneOfEach));
      } catch (IllegalArgumentException e) {
        problems.add(key, "cannot be used here: " + e.getMessage());
      }
    }
    try {
      input(config, 0, 1, 1, IntStream.range(0, physiology.inputTypes()).toArray());
    } catch (IllegalArgumentException e) {
      problems.add("feedforward.process", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Estimate estimate(HomeostaticPlasticityConfig config, RunSettings settings) {
    return PlasticityEstimate.of(config, settings);
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
    List<Objective> objectives =
        weights.keySet().stream()
            .map(name ->
                Objective.create(
                    name, objectiveSettings(config, physiology, built.population().cellTypes())))
            .toList();
    TrainerSettings training =
        new TrainerSettings(
            weights,
            config.training().chunksPerUpdate(),
            config.training().gradNormClip().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
            new Adam(config.hyperparameters().learningRate(), 0.9, 0.999, 1e-8),
            config
                .training()
                .optimisable()
                .map(HomeostaticPlasticity::trained)
                .orElse(Optimisable.NONE));
    ChunkTrainer trainer =
        new ChunkTrainer(
            built.network(),
            ScalingFactors.ones(physiology),
            objectives,
            training,
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

  private static Optimisable trained(TrainingSection.Trainable trainable) {
    return switch (trainable) {
      case SCALING_FACTORS -> Optimisable.SCALING_FACTORS;
      case SCALING_FACTORS_RECURRENT -> Optimisable.SCALING_FACTORS_RECURRENT;
      case SCALING_FACTORS_FEEDFORWARD -> Optimisable.SCALING_FACTORS_FEEDFORWARD;
    };
  }

  private static ObjectiveSettings objectiveSettings(
      HomeostaticPlasticityConfig config, Physiology physiology, int[] cellTypes) {
    SettingsByName settings = SettingsByName.of(config);
    return new ObjectiveSettings(
        physiology, cellTypes, config.simulation().dt(), settings.numbers(), settings.words());
  }

  private static InputProcess input(
      HomeostaticPlasticityConfig config, long seed, int batch, int steps, int[] inputTypes) {
    return InputProcess.create(
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
