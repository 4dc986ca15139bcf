package homeostat.spiking.input;

import homeostat.array.Arrays;
import homeostat.connectome.Assemblies;
import homeostat.connectome.NetworkStructure;
import homeostat.kernel.Draws;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.spiking.Blocks;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.InputProcess;
import homeostat.spiking.InputSettings;

/**
 * Inhomogeneous Poisson spikes whose rates are a wandering mixture of odour patterns, one pattern
 * for each assembly ({@link OdourPatterns}, {@link PatternMixing}): input i spikes in a step with
 * probability {@code max(0, sum_a w_a rate_ai) dt / 1000}. Every trial wanders on its own, and goes
 * on from chunk to chunk.
 *
 * <p>Spikes are drawn at the highest rate of an input in any pattern, one geometric gap after the
 * other, and kept with the ratio of the rate at their step to it (thinning, Lewis and Shedler
 * 1979), so that the work is proportional to them.
 */
public final class OdourInput implements InputProcess {
  /** Its name in parameter files. */
  public static final String NAME = "odours";

  private static final String ACTIVATION = "activation";

  private final Stream stream;
  private final int batch;
  private final int steps;
  private final double dt;
  private final double[][] patterns;
  private final PatternMixing mixing;

  /** [input] highest rate of any pattern, Hz. */
  private final double[] highest;

  /**
   * @param patterns [pattern][input] Hz
   * @param dt time step, ms
   */
  public OdourInput(
      long seed, double[][] patterns, PatternMixing mixing, int batch, int steps, double dt) {
    this.stream = Stream.of(seed, "odour-inputs");
    this.batch = batch;
    this.steps = steps;
    this.dt = dt;
    this.patterns = patterns;
    this.mixing = mixing;
    this.highest = new double[patterns[0].length];
    for (double[] pattern : patterns) {
      for (int i = 0; i < highest.length; i++) {
        highest[i] = Math.max(highest[i], pattern[i]);
      }
    }
    for (int i = 0; i < highest.length; i++) {
      if (highest[i] * dt > 1000) {
        throw new IllegalArgumentException(
            "input "
                + i
                + ": a rate of "
                + highest[i]
                + " Hz is more than a spike in every step of "
                + dt
                + " ms");
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Arrays start() {
    double[] activation = new double[batch * patterns.length];
    java.util.Arrays.fill(activation, PatternMixing.INITIAL);
    return Arrays.builder().put(ACTIVATION, activation, batch, patterns.length).build();
  }

  @Override
  public Drawn draw(long chunk, Arrays carried, Parallel parallel) {
    ChunkInput input = ChunkInput.silent(batch, steps, highest.length);
    double[] activation = carried.doubles(ACTIVATION).clone();
    parallel.forEach(
        Blocks.count(batch),
        block -> {
          int end = Math.min(batch, (block + 1) * Blocks.WIDTH);
          for (int b = block * Blocks.WIDTH; b < end; b++) {
            double[][] weights = wander(activation, b, stream.at(chunk).at(b).at(0).draws());
            Draws draws = stream.at(chunk).at(b).at(1).draws();
            for (int i = 0; i < highest.length; i++) {
              fill(input, b, i, weights, draws);
            }
          }
        });
    return new Drawn(
        input, Arrays.builder().put(ACTIVATION, activation, batch, patterns.length).build());
  }

  /** [step][pattern] weights of a trial; its activations go on. */
  private double[][] wander(double[] activation, int element, Draws draws) {
    int from = element * patterns.length;
    double[] own = java.util.Arrays.copyOfRange(activation, from, from + patterns.length);
    double[][] weights = new double[steps][];
    for (int t = 0; t < steps; t++) {
      weights[t] = mixing.weights(own);
      mixing.step(own, _ -> draws.normal());
    }
    System.arraycopy(own, 0, activation, from, own.length);
    return weights;
  }

  private void fill(ChunkInput input, int element, int i, double[][] weights, Draws draws) {
    double p = highest[i] * dt / 1000;
    if (p <= 0) {
      return;
    }
    double logMiss = StrictMath.log1p(-p);
    long t = gap(p, logMiss, draws);
    while (t < steps) {
      double rate = 0;
      for (int a = 0; a < patterns.length; a++) {
        rate += weights[(int) t][a] * patterns[a][i];
      }
      if (draws.uniform() * highest[i] < rate) {
        input.set(element, (int) t * highest.length + i);
      }
      t += 1 + gap(p, logMiss, draws);
    }
  }

  private static long gap(double p, double logMiss, Draws draws) {
    return p >= 1 ? 0 : (long) (StrictMath.log(1 - draws.uniform()) / logMiss);
  }

  /**
   * Makes it from {@code odours.tau} (700 000 ms), {@code odours.temperature} (0.2), {@code
   * odours.sigma} (5) and, by input type, {@code feedforward.activity.<type>} with the baseline
   * {@code firing_rate}, {@code modulation_rate} (30 Hz) and {@code modulation_fraction} (0.1).
   * Patterns are those of the drive of the first cell type.
   */
  public static final class Provider implements InputProcess.Provider {
    @Override
    public String name() {
      return NAME;
    }

    @Override
    public InputProcess create(InputSettings settings) {
      PatternMixing mixing =
          new PatternMixing(
              settings.dt(),
              settings.number("odours.tau", 700_000),
              settings.number("odours.sigma", 5),
              settings.number("odours.temperature", 0.2));
      double[][] patterns =
          settings.wiring().isPresent()
              ? patterns(settings, settings.wiring().get())
              : new double[][] {settings.perInput("feedforward.activity", "firing_rate")};
      return new OdourInput(
          settings.seed(), patterns, mixing, settings.batch(), settings.steps(), settings.dt());
    }

    private static double[][] patterns(InputSettings settings, NetworkStructure wiring) {
      Assemblies assemblies =
          wiring
              .recurrent()
              .assemblies()
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "the input process odours needs assemblies, one for each odour; the wiring"
                          + " has none"));
      OdourPatterns.Modulation[] modulation =
          new OdourPatterns.Modulation[settings.typeNames().size()];
      for (int type = 0; type < modulation.length; type++) {
        String at = "feedforward.activity." + settings.typeNames().get(type);
        modulation[type] =
            new OdourPatterns.Modulation(
                settings.number(at + ".firing_rate", 0),
                settings.number(at + ".modulation_rate", 30),
                settings.number(at + ".modulation_fraction", 0.1));
      }
      return OdourPatterns.of(
              wiring.feedforward(),
              assemblies,
              wiring.recurrent().types().index(),
              settings.inputTypes(),
              modulation,
              0)
          .rates();
    }
  }
}
