package homeostat.spiking.input;

import homeostat.array.Arrays;
import homeostat.kernel.Draws;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.spiking.Blocks;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.InputProcess;
import homeostat.spiking.InputSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Homogeneous Poisson spikes: at each step input i spikes with probability p_i = rate_i dt / 1000,
 * independently. The cells (step, input) of all inputs of one rate are a Bernoulli sequence, in
 * which the gap to the next spike is geometric:
 *
 * <pre>
 *   gap = floor(ln(1 - u) / ln(1 - p)),   u uniform in [0, 1)
 * </pre>
 *
 * <p>so the work is proportional to the spikes. Each (chunk, batch element, group of equal rate)
 * has a stream of its own: the spikes are a function of seed and chunk, for any number of threads.
 */
public final class PoissonInput implements InputProcess {
  private final Stream stream;
  private final int batch;
  private final int steps;
  private final int inputs;
  private final List<Group> groups;

  /** Inputs of one rate; {@code logMiss} is ln(1 - p). */
  private record Group(double probability, double logMiss, int[] members) {}

  /**
   * @param rates [input] Hz
   * @param dt time step, ms
   */
  public PoissonInput(long seed, double[] rates, int batch, int steps, double dt) {
    this.stream = Stream.of(seed, "input-spikes");
    this.batch = batch;
    this.steps = steps;
    this.inputs = rates.length;
    TreeMap<Double, List<Integer>> byProbability = new TreeMap<>();
    for (int i = 0; i < rates.length; i++) {
      double p = rates[i] * dt / 1000;
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(
            "input "
                + i
                + ": a rate of "
                + rates[i]
                + " Hz is a probability of "
                + p
                + " in a step of "
                + dt
                + " ms; rates must lie in 0 to "
                + 1000 / dt
                + " Hz");
      }
      byProbability.computeIfAbsent(p, _ -> new ArrayList<>()).add(i);
    }
    this.groups = new ArrayList<>();
    byProbability.forEach((p, members) ->
        groups.add(
            new Group(
                p, StrictMath.log1p(-p), members.stream().mapToInt(Integer::intValue).toArray())));
  }

  @Override
  public String name() {
    return "poisson";
  }

  @Override
  public Drawn draw(long chunk, Arrays carried, Parallel parallel) {
    ChunkInput input = ChunkInput.silent(batch, steps, inputs);
    parallel.forEach(
        Blocks.count(batch),
        block -> {
          int end = Math.min(batch, (block + 1) * Blocks.WIDTH);
          for (int b = block * Blocks.WIDTH; b < end; b++) {
            for (int group = 0; group < groups.size(); group++) {
              fill(input, b, groups.get(group), stream.at(chunk).at(b).at(group).draws());
            }
          }
        });
    return new Drawn(input, carried);
  }

  private void fill(ChunkInput input, int element, Group group, Draws draws) {
    if (group.probability() == 0) {
      return;
    }
    int members = group.members().length;
    long cells = (long) steps * members;
    long cell = gap(group, draws);
    while (cell < cells) {
      int step = (int) (cell / members);
      input.set(element, step * inputs + group.members()[(int) (cell % members)]);
      cell += 1 + gap(group, draws);
    }
  }

  private static long gap(Group group, Draws draws) {
    return group.probability() == 1
        ? 0
        : (long) (StrictMath.log(1 - draws.uniform()) / group.logMiss());
  }

  /** Makes it from {@code feedforward.activity.<type>.firing_rate}, Hz. */
  public static final class Provider implements InputProcess.Provider {
    @Override
    public String name() {
      return "poisson";
    }

    @Override
    public InputProcess create(InputSettings settings) {
      return new PoissonInput(
          settings.seed(),
          settings.perInput("feedforward.activity", "firing_rate"),
          settings.batch(),
          settings.steps(),
          settings.dt());
    }
  }
}
