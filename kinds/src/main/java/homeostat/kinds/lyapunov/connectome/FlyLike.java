package homeostat.kinds.lyapunov.connectome;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.ArrayList;
import java.util.List;

/**
 * A generated wiring with features of the fly's: log-normal synapse counts, cell body fibres whose
 * neurons share their transmitter and are wired to each other more densely, and mostly
 * acetylcholine with gaba and glutamate as the inhibition. It is no measurement; none ships.
 */
public final class FlyLike {
  private static final int FIBRE_SIZE = 10;
  private static final double WITHIN = 0.4;
  private static final double BETWEEN = 0.08;
  private static final double LOG_MEAN = 1.5;
  private static final double LOG_DEVIATION = 1;

  private FlyLike() {}

  /** Generates one. */
  public static LabelledWiring generate(int n, Stream stream) {
    Draws draws = stream.draws();
    List<String> transmitters = new ArrayList<>();
    List<String> fibres = new ArrayList<>();
    String transmitter = "acetylcholine";
    int groups = (n + FIBRE_SIZE - 1) / FIBRE_SIZE;
    int[] ranks = draws.permutation(groups);
    for (int i = 0; i < n; i++) {
      if (i % FIBRE_SIZE == 0) {
        // Shares, not chances: a small wiring has inhibition too.
        double u = (ranks[i / FIBRE_SIZE] + 0.5) / groups;
        transmitter =
            u < 0.6 ? "acetylcholine" : u < 0.78 ? "gaba" : u < 0.95 ? "glutamate" : "dopamine";
      }
      transmitters.add(transmitter);
      fibres.add("fibre" + i / FIBRE_SIZE);
    }
    double[] counts = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double density = i / FIBRE_SIZE == j / FIBRE_SIZE ? WITHIN : BETWEEN;
        double count = Math.ceil(draws.logNormal(LOG_MEAN, LOG_DEVIATION));
        boolean there = draws.bernoulli(density);
        counts[i * n + j] = there && i != j ? count : 0;
      }
    }
    List<String> ids = java.util.stream.IntStream.range(0, n).mapToObj(i -> "" + i).toList();
    return new LabelledWiring(
        n, counts, new int[0], transmitters, fibres, ids, "generated, fly-like, not measured");
  }
}
