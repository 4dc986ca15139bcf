package homeostat.lab.config;

import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kind with every type that a config may hold. */
record SampleKind(String name) implements Kind<SampleKind.Config> {

  enum Mode {
    SCALING_FACTORS,
    WEIGHTS
  }

  record Config(
      @Key(value = "How time passes.") Simulation simulation,
      @Key(value = "How it learns.") Training training,
      @Key(value = "Rate to reach.", unit = "Hz", min = 0) Map<String, Double> targets,
      @Key(value = "The recurrent network.") Recurrent recurrent,
      @Key(value = "Files to take along.", or = "[]") List<Input> inputs,
      @Key(value = "A service that is never contacted.", inert = "nothing is sent anywhere")
          Optional<Wandb> wandb) {}

  record Simulation(
      @Key(value = "Seed of everything random.", or = "43", min = 0, feeds = "seed") long seed,
      @Key(value = "Time step.", unit = "ms", min = 0, above = true) double dt,
      @Key(value = "Steps of a chunk.", unit = "steps", min = 1, or = "1000") int chunkSize) {}

  record Training(
      @Key(
              value = "Trials at once.",
              or = "1",
              min = 1,
              also = {"hyperparameters.batch_size"})
          int batchSize,
      @Key(value = "What is trained.", or = "\"scaling_factors\"") Mode optimisable,
      @Key(value = "Largest norm of a gradient.", min = 0, above = true)
          Optional<Double> gradNormClip,
      @Key(value = "Half precision.", or = "false", inert = "float32 is used")
          boolean mixedPrecision) {}

  record Recurrent(
      @Key(value = "By cell type.") Map<String, Physiology> physiology,
      @Key(value = "Mean weights.", or = "[[0.1, 0.05], [0.2, 0.19]]", min = 0) double[][] wMu,
      @Key(value = "Delays.", or = "[1.5]", unit = "ms", min = 0) double[] delays,
      @Key(value = "Probabilities by type.", or = "{ e = 0.1, i = 0.2 }", min = 0, max = 1)
          Map<String, Double> p,
      @Key(value = "Where the wiring is.") Optional<Path> file) {}

  record Physiology(
      @Key(value = "Membrane time constant.", unit = "ms", min = 0, above = true) double tauMem,
      @Key(value = "Leak reversal potential.", name = "E_L", unit = "mV", or = "-60.0") double eL,
      @Key(value = "Refractory period.", inert = "refractory is off") Optional<Double> tauRef) {}

  record Input(
      @Key(value = "The file.") Path path,
      @Key(value = "Symlink or copy.", or = "\"copy\"") String strategy) {}

  record Wandb(@Key(value = "Whether.", or = "false") boolean enabled) {}

  @Override
  public String summary() {
    return "Which weights give a network its rates?";
  }

  @Override
  public Class<Config> schema() {
    return Config.class;
  }

  @Override
  public void check(Config config, Problems problems) {
    if (config.recurrent().wMu()[0].length != 2) {
      problems.add("recurrent.w_mu[0]", "has the wrong length; expected 2");
    }
    if (config.training().batchSize() > 1000) {
      problems.add("training.batch_size", "is too large for this model; at most 1000");
    }
    if (config.simulation().dt() > 1) {
      problems.warn("simulation.dt", "is coarse");
    }
    if (config.training().optimisable() == Mode.WEIGHTS) {
      problems.unused("recurrent", "weights are trained");
      problems.unused("nowhere", "weights are trained");
    }
  }

  @Override
  public Estimate estimate(Config config, RunSettings settings) {
    return new Estimate(1, 1, 0, "");
  }

  @Override
  public Experiment<?> open(Config config, Setup setup) {
    throw new UserError("a sample does not run");
  }
}
