package homeostat.kinds.brain.bench;

import homeostat.connectome.brain.Brain;
import homeostat.connectome.brain.BrainFile;
import homeostat.connectome.brain.BrainGenerator;
import homeostat.connectome.brain.FlyPlan;
import homeostat.kernel.Parallel;
import homeostat.kinds.bench.Settings;
import homeostat.kinds.brain.EngineChoice;
import homeostat.kinds.brain.NeuronSets;
import homeostat.lab.BenchWorkload;
import homeostat.lab.Row;
import homeostat.lab.UserError;
import homeostat.spiking.brain.BrainEngine;
import homeostat.spiking.brain.BrainNetwork;
import homeostat.spiking.brain.BrainParameters;
import homeostat.spiking.brain.BrainState;
import homeostat.spiking.brain.FrameEngine;
import homeostat.spiking.brain.PoissonDrive;
import homeostat.spiking.brain.SpikeList;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A generated brain of the fly's size, of which the sensory cells of some pathways are driven; the
 * best of as many repetitions as the JVM needs to have compiled everything. The hash is that of all
 * spikes: equal hashes are equal spikes. With one thread, {@code cpu_ratio} is biological time by
 * processor time, which other programs on the machine disturb less.
 */
public final class BrainWorkload implements BenchWorkload {
  private static final double DRIVE_SYNAPSES = 250;

  /** Repetitions without a faster one, after which it is as fast as it gets. */
  private static final int SETTLED = 12;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Override
  public String subject() {
    return "whole-brain";
  }

  @Override
  public String summary() {
    return "biological seconds per second of a generated fly brain, or of file=X.brain;"
        + " engine=frame|dense|reference|auto, pathways: how many are driven, driven: sets"
        + " in their place (a,b), rate: Hz of the drive, split: separate synapses each"
        + " connection is cut into, most_s: seconds to repeat for, as long as it gets"
        + " faster";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("engine", "auto");
    defaults.put("neurons", Integer.toString(FlyPlan.FLY_NEURONS));
    defaults.put("seconds", "10");
    defaults.put("trials", "1");
    defaults.put("threads", "1");
    defaults.put("pathways", "1");
    defaults.put("driven", "");
    defaults.put("rate", "150");
    defaults.put("split", "1");
    defaults.put("precision", "float64");
    defaults.put("seed", "42");
    defaults.put("repeats", "3");
    defaults.put("most_s", "15");
    defaults.put("file", "");
    return defaults;
  }

  @Override
  public Row run(Map<String, String> values) {
    Settings settings = new Settings(subject(), values);
    EngineChoice engine =
        EngineChoice.valueOf(
            settings
                .word("engine", List.of("auto", "frame", "dense", "reference"))
                .toUpperCase(Locale.ROOT));
    int planned = settings.whole("neurons", 500, 10_000_000);
    int seconds = settings.whole("seconds", 1, 10_000);
    int trials = settings.whole("trials", 1, 10_000);
    int threads = settings.whole("threads", 1, 1024);
    int split = settings.whole("split", 1, 100);
    int repeats = settings.whole("repeats", 1, 1000);
    int mostSeconds = settings.whole("most_s", 0, 10_000);
    int rate = settings.whole("rate", 0, 10_000);
    FrameEngine.Precision precision =
        FrameEngine.Precision.valueOf(
            settings.word("precision", List.of("float64", "float32")).toUpperCase(Locale.ROOT));
    int pathways = settings.whole("pathways", 1, 100_000);
    long seed = settings.number("seed");
    try (Parallel parallel = new Parallel(threads)) {
      long start = System.nanoTime();
      Brain whole =
          settings.text("file").isEmpty()
              ? BrainGenerator.generate(FlyPlan.of(planned), seed, parallel)
              : BrainFile.read(Path.of(settings.text("file")));
      Brain brain = Splitting.split(whole, split);
      double build = (System.nanoTime() - start) / 1e9;
      int neurons = brain.neurons();
      int[] driven = driven(brain, pathways, settings.text("driven"));
      boolean[] tireless = new boolean[neurons];
      for (int i : driven) {
        tireless[i] = true;
      }
      BrainNetwork network =
          new BrainNetwork(brain.rows(), BrainParameters.fly(), new boolean[neurons], tireless);
      BrainEngine runs = engine.engine(network, precision, trials == 1 ? threads : 1);
      Trials measured = new Trials(runs, network, driven, rate, seed, trials, seconds, parallel);
      return measured
          .repeat(repeats, mostSeconds)
          .put("build_s", build)
          .put("neurons", (long) neurons)
          .put("edges", (long) brain.rows().entries().length)
          .put("driven", (long) driven.length)
          .put("heap_bytes", heap());
    }
  }

  /** What lives on the heap: the brain, and what simulates it. */
  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** The sets that are named, or the sensory cells of pathways. */
  private static int[] driven(Brain brain, int pathways, String sets) {
    if (!sets.isEmpty()) {
      return new NeuronSets(brain).select("driven", List.of(sets.split(",")));
    }
    if (!brain.annotations().types(brain.neurons()).names().contains("pathway_001_sensory")) {
      throw new UserError(
          "driven: is missing: only generated brains have pathways; name the sets to drive,"
              + " driven=TYPE,ID,column:name");
    }
    List<String> names =
        java.util.stream.IntStream.rangeClosed(1, pathways)
            .mapToObj(p -> String.format(Locale.ROOT, "pathway_%03d_sensory", p))
            .toList();
    return new NeuronSets(brain).select("pathways", names);
  }

  /** Trials of one network, the best of several repetitions of them. */
  private record Trials(
      BrainEngine engine,
      BrainNetwork network,
      int[] driven,
      int rate,
      long seed,
      int trials,
      int seconds,
      Parallel parallel) {

    Row repeat(int repeats, int mostSeconds) {
      int steps = (int) Math.round(seconds * 1000 / network.parameters().dt());
      double best = Double.POSITIVE_INFINITY;
      double leastCpu = Double.POSITIVE_INFINITY;
      long spikes = 0;
      long events = 0;
      long hash = 0;
      int done = 0;
      long began = System.nanoTime();
      int sinceBest = 0;
      while (done < repeats
          || (sinceBest < SETTLED && System.nanoTime() - began < mostSeconds * 1e9)) {
        done++;
        sinceBest++;
        SpikeList[] lists = new SpikeList[trials];
        long[] arrivals = new long[trials];
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        parallel.forEach(
            trials,
            trial -> {
              BrainState state = engine.start();
              SpikeList list = new SpikeList();
              engine.advance(state, drive(trial, steps), steps, list);
              lists[trial] = list;
              arrivals[trial] = state.events();
            });
        double took = (System.nanoTime() - start) / 1e9;
        if (took < best) {
          best = took;
          sinceBest = 0;
        }
        leastCpu = Math.min(leastCpu, (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9);
        spikes = 0;
        events = 0;
        hash = 0;
        for (int trial = 0; trial < trials; trial++) {
          spikes += lists[trial].size();
          events += arrivals[trial];
          hash = lists[trial].hash(hash);
        }
      }
      double biology = (double) seconds * trials;
      Row row = new Row().put("real_time_ratio", biology / best);
      if (parallel.threads() == 1) {
        row.put("cpu_ratio", biology / leastCpu);
      }
      return row.put("run_s", best)
          .put("repeated", (long) done)
          .put("spikes", spikes)
          .put("spikes_per_s", spikes / biology)
          .put("spike_hash", String.format(Locale.ROOT, "%016x", hash))
          .put("events", events)
          .put("events_per_step", events / (double) steps / trials);
    }

    private PoissonDrive drive(int trial, int steps) {
      BrainParameters p = network.parameters();
      return PoissonDrive.of(
          List.of(new PoissonDrive.Group(driven, rate, DRIVE_SYNAPSES * p.perSynapse(), 0, steps)),
          p.dt(),
          seed,
          trial);
    }
  }
}
