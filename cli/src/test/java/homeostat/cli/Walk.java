package homeostat.cli;

import homeostat.array.Arrays;
import homeostat.dynamics.NonFiniteException;
import homeostat.kernel.Stream;
import homeostat.lab.Boundaries;
import homeostat.lab.CrossCheck;
import homeostat.lab.CrossChecks;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Key;
import java.util.List;
import java.util.Optional;

/** A random walk: the smallest kind that a test of the verbs needs. */
final class Walk implements CrossChecks<Walk.Config> {

  /** Its settings. */
  record Config(
      @Key(value = "Steps to walk.", or = "20", min = 1) int steps,
      @Key(value = "Length of a step.", unit = "m", or = "1.0", min = 0) double stride,
      @Key(value = "Step that fails; 0 for none.", or = "0", min = 0) int stumble,
      @Key("What blows the walker about.") Wind wind) {}

  /** The wind, which has a seed of its own. */
  record Wind(@Key(value = "Seed of the wind.", or = "0", min = 0) long seed) {}

  @Override
  public String name() {
    return "walk";
  }

  @Override
  public String summary() {
    return "How far does a random walk get?";
  }

  /** Two ways that agree unless the walker is to stumble after the first step. */
  @Override
  public CrossCheck crossCheck(Config config, Optional<Arrays> trained, Setup setup) {
    String compared = trained.isPresent() ? "after the walk" : "before the walk";
    Row row = new Row().put("way", "left").put("apart", 0.25);
    return new CrossCheck(compared, List.of(row), "a verdict", config.stumble() != 7);
  }

  @Override
  public Class<Config> schema() {
    return Config.class;
  }

  @Override
  public Estimate estimate(Config config, RunSettings settings) {
    return new Estimate(1 << 20, config.steps(), 0.001, "walk less");
  }

  @Override
  public Experiment<?> open(Config config, Setup setup) {
    return new Walking(config, setup.seed() + 1000 * config.wind().seed());
  }

  private record Walking(Config config, long seed) implements Experiment<double[]> {
    @Override
    public long steps() {
      return config.steps();
    }

    @Override
    public Boundaries boundaries() {
      return new Boundaries(1, 5, 0);
    }

    @Override
    public double[] start(Run run) {
      return new double[1];
    }

    @Override
    public double[] step(double[] state, long step) {
      if (step + 1 == config.stumble()) {
        throw new NonFiniteException("position", "", step, Double.NaN);
      }
      state[0] += config.stride() * (Stream.of(seed, "steps").at(step).draws().uniform() - 0.5);
      return state;
    }

    @Override
    public Row row(double[] state, long step) {
      return new Row().put("position", state[0]);
    }

    @Override
    public Arrays save(double[] state) {
      return Arrays.builder().put("position", state.clone()).build();
    }

    @Override
    public double[] restore(Arrays saved) {
      return saved.doubles("position").clone();
    }

    @Override
    public Row finish(double[] state, Run run) {
      return new Row().put("final_position", state[0]);
    }
  }
}
