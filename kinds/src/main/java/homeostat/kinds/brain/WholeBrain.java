package homeostat.kinds.brain;

import static java.util.Objects.requireNonNull;

import homeostat.connectome.CellTypes;
import homeostat.connectome.brain.Annotations;
import homeostat.connectome.brain.Brain;
import homeostat.connectome.brain.FlyPlan;
import homeostat.kinds.brain.config.SimulationSection;
import homeostat.kinds.brain.config.StimulusSection;
import homeostat.kinds.brain.config.WholeBrainConfig;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.UserError;
import homeostat.lab.config.Nearest;
import homeostat.lab.config.Problems;
import homeostat.spiking.brain.FrameEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What does a whole brain do when these neurons fire? After Shiu et al. (Nature 2024). */
public final class WholeBrain implements Kind<WholeBrainConfig> {
  /** The process without a brain: code, classes, figures at work, young generation. */
  private static final long BASE = 230L << 20;

  /** Bytes of a neuron in a trial under way: A, B, watch list, spikes of a window, counts. */
  private static final long STATE = 26;

  /** Bytes of a neuron in a checkpoint of a trial under way, and on its way to the disk. */
  private static final long SAVED = 40;

  /** Bytes of a neuron in a condition: counts, squares, marks, and the copy for a checkpoint. */
  private static final long BY_NEURON = 40;

  private static final long BY_BIN = 8;

  /** Bytes of a spike in lists that grow, and in the copy that is written. */
  private static final double BY_SPIKE = 20;

  private static final double SPIKES_PER_SECOND = 20_000;
  private static final long NEURONS_PER_TYPE = 16;

  private static final double BIOLOGY_PER_SECOND = 80;

  @Override
  public String name() {
    return "whole-brain";
  }

  @Override
  public String summary() {
    return "Drives some neurons of a whole brain (FlyWire, hemibrain or generated) and records who"
        + " fires.";
  }

  @Override
  public Class<WholeBrainConfig> schema() {
    return WholeBrainConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("wiring", "stimulus");
  }

  @Override
  public void check(WholeBrainConfig config, Problems problems) {
    try {
      config.neuron().parameters(config.simulation().dt());
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      String name = message.substring(0, message.indexOf(' '));
      problems.add((name.equals("dt") ? "simulation." : "neuron.") + name, message);
    }
    if (config.simulation().engine() == EngineChoice.REFERENCE
        && config.simulation().precision() == FrameEngine.Precision.FLOAT32) {
      problems.add(
          "simulation.precision", "is float32, which the reference does not have; take float64");
    }
    double duration = config.simulation().duration();
    if (duration * 1000 / config.simulation().dt() < 1 - 1e-9) {
      problems.add(
          "simulation.duration",
          duration + " s is shorter than a step of " + config.simulation().dt() + " ms");
    }
    if (duration * 1000 / config.simulation().dt() > Integer.MAX_VALUE / 2.0) {
      problems.add("simulation.duration", "is more time steps than can be counted; raise dt");
    }
    config.stimuli().forEach((name, stimulus) -> stimulus(name, stimulus, config, problems));
    rate("screen.rate", config.screen().rate(), config.simulation().dt(), problems);
    if (config.screen().rateWithoutSet()) {
      problems.add("screen.rate", "goes with screen.activate, which is empty; take it out");
    }
    if (config.stimuli().isEmpty() && config.screen().activate().isEmpty()) {
      problems.add(
          "stimulus", "is missing: name who is driven, [stimulus.NAME] with neurons = [...]");
    }
    if (config.simulation().stimuli() == SimulationSection.Stimuli.SEPARATELY) {
      if (config.stimuli().isEmpty()) {
        problems.add("simulation.stimuli", "is \"separately\", and there is no [stimulus.NAME]");
      }
      if (!config.screen().isEmpty()) {
        problems.add(
            "simulation.stimuli",
            "a screen compares with all stimuli together; take [screen] out, or \"separately\"");
      }
    }
    Conditions.names(config).stream()
        .filter(name -> Collections.frequency(Conditions.names(config), name) > 1)
        .distinct()
        .forEach(name ->
            problems.add(
                "screen",
                "gives the condition \""
                    + name
                    + "\" twice; name each set once, and no stimulus so"));
    if (config.wiring().connections().isPresent()
        && config.wiring().generatedNeurons() != FlyPlan.FLY_NEURONS) {
      problems.add(
          "wiring.generated_neurons",
          "goes with a generated brain, not with wiring.connections; take one of both out");
    }
    if (config.wiring().connections().isEmpty()
        && (config.wiring().neurons().isPresent() || !config.wiring().annotations().isEmpty())) {
      problems.add("wiring.connections", "is missing: there are tables of neurons without it");
    }
  }

  private static void stimulus(
      String name, StimulusSection stimulus, WholeBrainConfig config, Problems problems) {
    String key = "stimulus." + name;
    rate(key + ".rate", stimulus.rate(), config.simulation().dt(), problems);
    if (stimulus.events().isPresent()) {
      if (!stimulus.neurons().isEmpty()) {
        problems.add(key + ".neurons", "are named by the table of events; take one of both out");
      }
      if (stimulus.rate() != StimulusSection.PUBLISHED_RATE) {
        problems.add(key + ".rate", "goes with neurons, not with a table of events; take it out");
      }
      if (stimulus.start() > 0 || stimulus.stop().isPresent()) {
        problems.add(
            key + (stimulus.start() > 0 ? ".start" : ".stop"),
            "goes with neurons, not with a table of events; take it out");
      }
      return;
    }
    if (stimulus.neurons().isEmpty()) {
      problems.add(key + ".neurons", "is empty; name at least one set, or a table of events");
    }
    double stop = stimulus.stop().orElse(config.simulation().duration());
    if (stimulus.start() >= stop) {
      problems.add(key + ".start", stimulus.start() + " s is not before its end, " + stop + " s");
    }
  }

  private static void rate(String key, double rate, double dt, Problems problems) {
    if (rate * dt > 1000) {
      problems.add(key, rate + " Hz is more than one event a step of " + dt + " ms");
    }
  }

  @Override
  public Estimate estimate(WholeBrainConfig config, RunSettings settings) {
    long neurons = config.wiring().generatedNeurons();
    long graph =
        config
            .wiring()
            .connections()
            .map(WholeBrain::size)
            .orElseGet(() -> (long) (4.4 * neurons * FlyPlan.of((int) neurons).meanDegree()));
    // What a control is made of lies beside the brain that it is made from.
    int copies =
        switch (config.wiring().nullModel()) {
          case NONE -> 1;
          case REWIRED, WEIGHTS, SIGNS, RANDOM -> 5;
          case ERDOS_RENYI, LATTICE -> 10;
        };
    int conditions = Conditions.count(config);
    int trials = conditions * config.simulation().trials();
    int together = Math.min(trials, WholeBrainExperiment.WAVE);
    long types = types(config, neurons);
    long state = (STATE + (checkpointsWithin(config, trials) ? SAVED : 0)) * neurons * together;
    long tables =
        conditions * (BY_NEURON * neurons + BY_BIN * RateTable.BINS * types)
            + BY_BIN * trials * types;
    long steps = WholeBrainExperiment.steps(trials, config.simulation().steps());
    double seconds = trials * config.simulation().duration() / BIOLOGY_PER_SECOND / steps;
    return new Estimate(
        BASE + graph * copies + 60 * neurons + state + tables + spikes(config, trials),
        steps,
        seconds,
        "take a smaller brain (wiring.generated_neurons), or screen fewer sets at a time");
  }

  /** Whether there are checkpoints while trials are under way. */
  private static boolean checkpointsWithin(WholeBrainConfig config, int trials) {
    return config.simulation().steps() > WholeBrainExperiment.stepsToCheckpoint(trials);
  }

  /** Cell types: those of the generated brain, or as many as are usual for so many neurons. */
  private static long types(WholeBrainConfig config, long neurons) {
    FlyPlan plan = FlyPlan.of((int) neurons);
    return config.wiring().connections().isPresent()
        ? neurons / NEURONS_PER_TYPE
        : 2L * plan.modules() + 6L * plan.pathways();
  }

  /** Bytes of the spikes that are not yet on the disk, at the published rate of activity. */
  private static long spikes(WholeBrainConfig config, int trials) {
    int steps =
        Math.min(config.simulation().steps(), WholeBrainExperiment.stepsToCheckpoint(trials));
    double seconds = steps * config.simulation().dt() / 1000;
    int stimuli =
        config.simulation().stimuli() == SimulationSection.Stimuli.TOGETHER
            ? Math.max(1, config.stimuli().size())
            : 1;
    return (long)
        (BY_SPIKE
            * SPIKES_PER_SECOND
            * seconds
            * stimuli
            * Math.min(trials, WholeBrainExperiment.WAVE));
  }

  /** Bytes in memory while a file is read; text is several times its packed size. */
  private static long size(Path file) {
    try {
      long bytes = Files.isRegularFile(file) ? Files.size(file) : 0;
      return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? 4 * bytes : bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Experiment<?> open(WholeBrainConfig config, Setup setup) {
    Brain brain = BrainSource.of(config.wiring(), setup.seed(), setup.parallel(), setup.note());
    if (brain.rows().entries().length == 0) {
      setup.note().accept("wiring: no connection is left: nobody hears anybody");
    }
    WholeSteps.notes(config).forEach(setup.note());
    CellTypes groups = groups(brain, config.readout().by());
    NeuronSets sets = new NeuronSets(brain);
    boolean alone = Conditions.count(config) * config.simulation().trials() == 1;
    List<Condition> conditions =
        new Conditions(config, brain, sets, alone ? setup.parallel().threads() : 1).all();
    boolean[][] readout = new Readout(config, sets, conditions, setup.note()).masks();
    return new WholeBrainExperiment(
        config, brain, groups, conditions, readout, setup.seed(), setup.parallel());
  }

  private static CellTypes groups(Brain brain, String by) {
    CellTypes types = brain.annotations().columns().get(by);
    if (types != null) {
      return types;
    }
    List<String> known = brain.annotations().names();
    if (by.equals(Annotations.TYPE)) {
      // The default, of a source that says nothing of types.
      return known.isEmpty()
          ? CellTypes.single("all", brain.neurons())
          : requireNonNull(brain.annotations().columns().get(known.getFirst()));
    }
    throw new UserError(
        "readout.by: nothing is known of \""
            + by
            + "\" here; known are "
            + known
            + Nearest.of(by, known).map(near -> "; did you mean \"" + near + "\"?").orElse(""));
  }
}
