package homeostat.connectome.brain;

import homeostat.connectome.CellTypes;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.Draws;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Generates a brain from a {@link FlyPlan}. Every sender has a stream of its own, so that the
 * result depends on plan and seed alone, not on the number of threads.
 */
public final class BrainGenerator {
  private static final int BLOCK = 1024;
  private static final int COUNT_TABLE = 1 << 16;
  private static final int PER_EDGE = 4;

  private final FlyPlan plan;
  private final long seed;
  private final Layout layout;
  private final boolean[] inhibits;
  private final AliasTable everywhere;
  private final AliasTable[] withinModule;
  private final int[] counts;
  private final int[] offsets;
  private final int bits;
  private final int largest;

  private BrainGenerator(FlyPlan plan, long seed) {
    this.plan = plan;
    this.seed = seed;
    this.layout = new Layout(plan, Stream.of(seed, "brain-places").draws());
    this.bits = SynapseRows.bits(plan.neurons());
    this.largest = SynapseRows.largestCount(bits);
    this.inhibits = inhibits();
    double[] attractiveness = attractiveness();
    this.everywhere = new AliasTable(attractiveness);
    this.withinModule = new AliasTable[plan.modules()];
    for (int m = 0; m < plan.modules(); m++) {
      int[] members = layout.members(m);
      double[] weights = new double[members.length];
      Arrays.setAll(weights, i -> attractiveness[members[i]]);
      withinModule[m] = new AliasTable(weights);
    }
    this.counts = counts();
    this.offsets = offsets();
  }

  /** Generates a brain; the neurons' ids are their numbers, counted from 1. */
  public static Brain generate(FlyPlan plan, long seed, Parallel parallel) {
    BrainGenerator generator = new BrainGenerator(plan, seed);
    int n = plan.neurons();
    int[] entries = new int[generator.offsets[n]];
    parallel.forEach(
        (n + BLOCK - 1) / BLOCK,
        block ->
            generator.new Sender().rows(block * BLOCK, Math.min(n, (block + 1) * BLOCK), entries));
    long[] ids = new long[n];
    Arrays.setAll(ids, i -> i + 1L);
    return new Brain(
        new Nodes.Identified(ids),
        generator.annotations(),
        new SynapseRows(n, generator.offsets, entries, generator.bits, new float[0]),
        Provenance.none()
            .note(
                String.format(
                    Locale.ROOT, "generated after the fly's statistics, seed %d, %s", seed, plan),
                entries.length));
  }

  private boolean[] inhibits() {
    Draws draws = Stream.of(seed, "brain-signs").draws();
    boolean[] signs = new boolean[plan.neurons()];
    for (int i = 0; i < signs.length; i++) {
      boolean drawn = draws.bernoulli(plan.inhibitory());
      signs[i] = drawn && layout.layer(i) != 0;
    }
    return signs;
  }

  private double[] attractiveness() {
    Draws draws = Stream.of(seed, "brain-in-degrees").draws();
    double[] drawn = new double[plan.neurons()];
    Arrays.setAll(drawn, i -> draws.logNormal(0, plan.attractivenessSigma()));
    return drawn;
  }

  /** Quantiles of the counts: a uniform choice among them is a draw. */
  private int[] counts() {
    double sigma = plan.countSigma();
    // Cutting to whole numbers takes a half off the mean.
    double mean = plan.meanCount() - plan.smallestCount() + 0.5;
    double mu = StrictMath.log(mean) - sigma * sigma / 2;
    int[] table = new int[COUNT_TABLE];
    for (int q = 0; q < COUNT_TABLE; q++) {
      double z = homeostat.kernel.Normal.quantile((q + 0.5) / COUNT_TABLE);
      table[q] =
          (int)
              Math.min(largest, plan.smallestCount() + Math.floor(StrictMath.exp(mu + sigma * z)));
    }
    return table;
  }

  private int[] offsets() {
    Draws draws = Stream.of(seed, "brain-out-degrees").draws();
    double sigma = plan.degreeSigma();
    double mu = StrictMath.log(plan.meanDegree()) - sigma * sigma / 2;
    int[] starts = new int[plan.neurons() + 1];
    for (int i = 0; i < plan.neurons(); i++) {
      long degree = Math.round(draws.logNormal(mu, sigma));
      int least = Math.max(1, layout.pathwayReceivers(i, inhibits[i]));
      starts[i + 1] =
          Math.addExact(
              starts[i], Math.clamp(degree, least, Math.max(least, plan.largestDegree())));
    }
    return starts;
  }

  private Annotations annotations() {
    int[] signs = new int[plan.neurons()];
    Arrays.setAll(signs, i -> inhibits[i] ? 1 : 0);
    return Annotations.none()
        .with(Annotations.TYPE, layout.types(inhibits))
        .with("neuropil", layout.modules())
        .with("sign", new CellTypes(List.of("excitatory", "inhibitory"), signs));
  }

  /** Makes rows, one after the other. */
  private final class Sender {
    private float[] uniforms = new float[1024];
    private int used;
    private int drawn;
    private long position;
    private Stream stream = Stream.of(seed, "brain-rows");

    void rows(int from, int to, int[] entries) {
      for (int sender = from; sender < to; sender++) {
        stream = Stream.of(seed, "brain-rows").at(sender);
        used = 0;
        drawn = 0;
        position = 0;
        row(sender, entries);
      }
    }

    private void row(int sender, int[] entries) {
      int start = offsets[sender];
      int end = offsets[sender + 1];
      int pathway = layout.pathwayReceivers(sender, inhibits[sender]);
      int sorted = start;
      while (sorted < end) {
        for (int at = sorted; at < end; at++) {
          int u = next(end - at);
          boolean onPathway = sorted == start && at < start + pathway;
          int target = onPathway ? layout.follower(sender, uniforms[u]) : receiver(sender, u);
          int count =
              onPathway
                  ? layout.pathwayCount(sender, uniforms[u + 3])
                  : counts[(int) (uniforms[u + 3] * COUNT_TABLE)];
          int signed = inhibits[sender] ? -(int) (count * plan.inhibitoryStrength()) : count;
          entries[at] = SynapseRows.pack(target, Math.max(signed, -largest), bits);
        }
        RowBuilder.sort(entries, start, end, bits);
        sorted = withoutRepeats(sender, entries, start, end);
      }
    }

    /** Takes out receivers that repeat and the sender itself; what is behind is drawn again. */
    private int withoutRepeats(int sender, int[] entries, int start, int end) {
      int mask = (1 << bits) - 1;
      int kept = start;
      int last = -1;
      for (int at = start; at < end; at++) {
        int target = entries[at] & mask;
        if (target != last && target != sender) {
          entries[kept++] = entries[at];
        }
        last = target;
      }
      return kept;
    }

    private int receiver(int sender, int u) {
      float where = uniforms[u + 2];
      if (where < plan.local()) {
        int module = layout.module(sender);
        return layout.members(module)[withinModule[module].draw(uniforms[u], uniforms[u + 1])];
      }
      return everywhere.draw(uniforms[u], uniforms[u + 1]);
    }

    /** Where the uniforms of the next attempt are. */
    private int next(int left) {
      if (used == drawn) {
        int want = PER_EDGE * Math.max(left, 4);
        if (uniforms.length < want) {
          uniforms = new float[Math.max(want, 2 * uniforms.length)];
        }
        stream.fillUniform(uniforms, 0, want, position);
        position += want;
        used = 0;
        drawn = want;
      }
      int u = used;
      used += PER_EDGE;
      return u;
    }
  }
}
