package homeostat.kinds.brain;

import homeostat.array.Arrays;
import homeostat.connectome.CellTypes;
import homeostat.connectome.brain.Brain;
import homeostat.kernel.Parallel;
import homeostat.kinds.brain.config.WholeBrainConfig;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.spiking.brain.BrainState;
import homeostat.spiking.brain.Drive;
import homeostat.spiking.brain.SpikeList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Trials of all conditions, in waves of a few at a time. A step is a slice of all trials of a wave,
 * {@value #SLICE} time steps together, or {@value #SHORTEST} of each.
 */
final class WholeBrainExperiment implements Experiment<Trials> {
  /** Trials of a wave; a constant, so that no result depends on the number of threads. */
  static final int WAVE = 32;

  /** Time steps of a slice, of all trials of a wave together. */
  static final int SLICE = 16_000;

  /** Time steps of each trial in a slice, at least. */
  static final int SHORTEST = 2000;

  /**
   * Time steps, of all trials of a wave together, after which spikes go to the disk; those since
   * then are in memory.
   */
  static final int TO_CHECKPOINT = 640_000;

  private final WholeBrainConfig config;
  private final Brain brain;
  private final List<Condition> conditions;
  private final boolean[][] readout;
  private final long seed;
  private final Parallel parallel;
  private final CellTypes groups;
  private final int steps;
  private final int slice;
  private final int slices;
  private double workSeconds;
  private double biologicalSeconds;

  /**
   * @param readout [condition][neuron] whose mean rate is the headline
   */
  WholeBrainExperiment(
      WholeBrainConfig config,
      Brain brain,
      CellTypes groups,
      List<Condition> conditions,
      boolean[][] readout,
      long seed,
      Parallel parallel) {
    this.config = config;
    this.brain = brain;
    this.groups = groups;
    this.conditions = conditions;
    this.readout = readout;
    this.seed = seed;
    this.parallel = parallel;
    this.steps = config.simulation().steps();
    this.slice = slice(trials());
    this.slices = slices(trials(), steps);
  }

  /** Time steps of each trial between checkpoints; a shorter one has its only one at its end. */
  static int stepsToCheckpoint(int trials) {
    return TO_CHECKPOINT / Math.min(WAVE, trials);
  }

  /** Time steps of each trial in a slice, where there are so many trials. */
  private static int slice(int trials) {
    return Math.max(SHORTEST, SLICE / Math.min(WAVE, trials));
  }

  private static int slices(int trials, int steps) {
    int slice = slice(trials);
    return (steps + slice - 1) / slice;
  }

  /** Steps of a run. */
  static long steps(int trials, int steps) {
    return (long) ((trials + WAVE - 1) / WAVE) * slices(trials, steps);
  }

  private int trials() {
    return conditions.size() * config.simulation().trials();
  }

  private Condition conditionOf(int trial) {
    return conditions.get(trial / config.simulation().trials());
  }

  @Override
  public long steps() {
    return steps(trials(), steps);
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(1, Math.min(slices, stepsToCheckpoint(trials()) / slice), 0);
  }

  @Override
  public String stepName() {
    return "slice";
  }

  @Override
  public Trials start(Run run) {
    run.text("brain.txt", Texts.brain(brain, groups));
    return fresh();
  }

  private Trials fresh() {
    return new Trials(
        new RateTable(
            conditions.size(),
            config.simulation().trials(),
            steps,
            steps * config.simulation().dt() / 1000,
            groups,
            readout));
  }

  @Override
  public Trials step(Trials state, long step) {
    long began = System.nanoTime();
    int first = (int) (step / slices) * WAVE;
    int from = (int) (step % slices) * slice;
    int length = Math.min(slice, steps - from);
    if (from == 0) {
      for (int trial = first; trial < Math.min(trials(), first + WAVE); trial++) {
        state.running.add(trial(trial));
      }
    }
    parallel.forEach(state.running.size(), i -> advance(state.running.get(i), length));
    for (Trial trial : state.running) {
      state.rates.add(trial.number, trial.slice);
    }
    if (from + length == steps) {
      for (Trial trial : state.running) {
        state.hash = 31 * state.hash + trial.hash;
        state.spikes += trial.spikes;
        state.events += trial.state.map(BrainState::events).orElse(0L);
        state.rates.end(trial.number, trial.counts);
        trial.state = Optional.empty();
        state.ended.add(trial);
      }
      biologicalSeconds += state.running.size() * steps * config.simulation().dt() / 1000;
      state.running.clear();
    }
    workSeconds += (System.nanoTime() - began) / 1e9;
    return state;
  }

  private Trial trial(int number) {
    boolean pictured =
        number % config.simulation().trials() == 0
            && number / config.simulation().trials() < Pictures.pictured(config);
    return new Trial(number, conditionOf(number).engine().start(), brain.neurons(), pictured);
  }

  private void advance(Trial trial, int length) {
    Condition condition = conditionOf(trial.number);
    Drive drive =
        condition.drive(
            config.simulation().dt(), seed, trial.number % config.simulation().trials());
    trial.slice = new SpikeList();
    condition.engine().advance(trial.state.orElseThrow(), drive, length, trial.slice);
    trial.take();
  }

  @Override
  public Row row(Trials state, long step) {
    long spikes = state.spikes;
    long events = state.events;
    for (Trial trial : state.running) {
      spikes += trial.spikes;
      events += trial.state.map(BrainState::events).orElse(0L);
    }
    long ended = (step + 1) / slices * WAVE;
    return new Row()
        .put("trials", Math.min(ended, trials()))
        .put("spikes", spikes)
        .put("events", events);
  }

  @Override
  public String status(Trials state) {
    return String.format(Locale.ROOT, "%d spikes", state.spikes);
  }

  @Override
  public Arrays save(Trials state) {
    return state.save();
  }

  @Override
  public Trials restore(Arrays saved) {
    Trials state = fresh();
    state.load(saved, this::trial, this::conditionOf);
    return state;
  }

  /** Spikes go to the disk and are forgotten; those of a long trial in parts. */
  @Override
  public void snapshot(Trials state, long step, Run run) {
    for (Trial trial : state.running) {
      write(trial, String.format(Locale.ROOT, "_part_%03d", ++trial.parts), run);
    }
    for (Trial trial : state.ended) {
      write(
          trial,
          trial.parts == 0 ? "" : String.format(Locale.ROOT, "_part_%03d", ++trial.parts),
          run);
      if (trial.number % config.simulation().trials() == 0) {
        new Pictures(config, groups, conditions, state.rates)
            .raster(trial.number / config.simulation().trials(), trial.shown, run);
      }
    }
    state.ended.clear();
  }

  private void write(Trial trial, String part, Run run) {
    int perCondition = config.simulation().trials();
    run.arrays(
        String.format(
            Locale.ROOT,
            "spikes/condition_%03d_trial_%04d%s.npz",
            trial.number / perCondition + 1,
            trial.number % perCondition + 1,
            part),
        Arrays.builder()
            .put("step", trial.pending.steps())
            .put("neuron", trial.pending.neurons())
            .put("dt", new double[] {config.simulation().dt()}, new int[0])
            .build());
    trial.pending.clear();
  }

  @Override
  public Row finish(Trials state, Run run) {
    Results results = new Results(config, brain, conditions, state.rates);
    run.text("rates.csv", results.neurons());
    run.text("groups.csv", results.groups());
    Pictures pictures = new Pictures(config, groups, conditions, state.rates);
    pictures.maps(run);
    Row summary = results.summary();
    if (!config.screen().isEmpty()) {
      run.text("screen.csv", results.screen());
      pictures.screen(results.ranked(), run);
    }
    summary
        .put("spikes", state.spikes)
        .put("spike_hash", String.format(Locale.ROOT, "%016x", state.hash))
        .put("events", state.events);
    if (biologicalSeconds > 0) {
      run.note(
          String.format(
              Locale.ROOT,
              "%.1f s of biology at %.3g times real time",
              biologicalSeconds,
              biologicalSeconds / workSeconds));
    }
    return summary;
  }
}
