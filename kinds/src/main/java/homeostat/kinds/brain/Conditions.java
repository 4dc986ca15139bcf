package homeostat.kinds.brain;

import homeostat.connectome.brain.Brain;
import homeostat.kinds.brain.config.SimulationSection;
import homeostat.kinds.brain.config.StimulusSection;
import homeostat.kinds.brain.config.WholeBrainConfig;
import homeostat.spiking.brain.BrainNetwork;
import homeostat.spiking.brain.BrainParameters;
import homeostat.spiking.brain.ListedDrive;
import homeostat.spiking.brain.PoissonDrive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the conditions of an experiment from its config. */
final class Conditions {
  private final WholeBrainConfig config;
  private final Brain brain;
  private final NeuronSets sets;
  private final BrainParameters parameters;
  private final int threads;
  private final int[] silenced;
  private final Map<StimulusSection, ListedDrive> tables = new HashMap<>();

  /**
   * @param threads that work on one trial
   */
  Conditions(WholeBrainConfig config, Brain brain, NeuronSets sets, int threads) {
    this.config = config;
    this.brain = brain;
    this.sets = sets;
    this.parameters = config.neuron().parameters(config.simulation().dt());
    this.threads = threads;
    this.silenced = sets.select("silence", config.silence());
  }

  /** How many conditions a config has. */
  static int count(WholeBrainConfig config) {
    return names(config).size();
  }

  /** The name of each condition, in order. */
  static List<String> names(WholeBrainConfig config) {
    List<String> names = new ArrayList<>();
    if (config.simulation().stimuli() == SimulationSection.Stimuli.SEPARATELY) {
      names.addAll(config.stimuli().keySet());
    } else if (config.stimuli().isEmpty()) {
      names.add("no stimulus");
    } else {
      names.add(String.join(" + ", config.stimuli().keySet()));
    }
    config.screen().silence().forEach(set -> names.add("without " + set.strip()));
    config.screen().activate().forEach(set -> names.add("with " + set.strip()));
    return names;
  }

  List<Condition> all() {
    List<Condition> conditions = new ArrayList<>();
    Map<String, StimulusSection> stimuli = config.stimuli();
    if (config.simulation().stimuli() == SimulationSection.Stimuli.SEPARATELY) {
      stimuli.forEach((name, stimulus) ->
          conditions.add(condition(name, "", Map.of(name, stimulus), new int[0], new int[0])));
      return conditions;
    }
    List<String> names = names(config);
    conditions.add(condition(names.getFirst(), "", stimuli, new int[0], new int[0]));
    for (String set : config.screen().silence()) {
      int[] off = sets.select("screen.silence", List.of(set));
      conditions.add(condition(names.get(conditions.size()), set, stimuli, off, new int[0]));
    }
    for (String set : config.screen().activate()) {
      int[] on = sets.select("screen.activate", List.of(set));
      conditions.add(condition(names.get(conditions.size()), set, stimuli, new int[0], on));
    }
    return conditions;
  }

  private Condition condition(
      String name, String change, Map<String, StimulusSection> stimuli, int[] off, int[] on) {
    int n = brain.neurons();
    boolean[] mute = marks(n, silenced);
    for (int i : off) {
      mute[i] = true;
    }
    boolean[] driven = marks(n, on);
    boolean[] tireless = marks(n, on);
    List<PoissonDrive.Group> groups = new ArrayList<>();
    List<ListedDrive> listed = new ArrayList<>();
    stimuli.forEach((stimulus, section) -> {
      int[] neurons =
          section
              .events()
              .map(file -> events(file, section).neurons())
              .orElseGet(() -> sets.select("stimulus." + stimulus + ".neurons", section.neurons()));
      for (int i : neurons) {
        driven[i] = true;
        tireless[i] |= !section.refractory();
      }
      section
          .events()
          .ifPresentOrElse(
              file -> listed.add(events(file, section)), () -> groups.add(group(neurons, section)));
    });
    if (on.length > 0) {
      groups.add(
          new PoissonDrive.Group(
              on,
              config.screen().rate(),
              StimulusSection.PUBLISHED_SYNAPSES * parameters.perSynapse(),
              0,
              config.simulation().steps()));
    }
    BrainNetwork network = new BrainNetwork(brain.rows(), parameters, mute, tireless);
    return new Condition(
        name,
        change,
        groups,
        listed,
        driven,
        config.simulation().engine().engine(network, config.simulation().precision(), threads));
  }

  private PoissonDrive.Group group(int[] neurons, StimulusSection section) {
    int end = config.simulation().steps();
    return new PoissonDrive.Group(
        neurons,
        section.rate(),
        section.synapses() * parameters.perSynapse(),
        Math.min(end, step(section.start())),
        Math.min(end, section.stop().map(this::step).orElse(end)));
  }

  /** The events of a stimulus, read once for all conditions. */
  private ListedDrive events(Path file, StimulusSection section) {
    return tables.computeIfAbsent(
        section,
        s ->
            new EventTable(
                    sets, parameters.dt(), config.simulation().steps(), parameters.perSynapse())
                .read(file, s.synapses()));
  }

  private int step(double seconds) {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(seconds * 1000 / parameters.dt()));
  }

  private static boolean[] marks(int n, int[] which) {
    boolean[] marks = new boolean[n];
    for (int i : which) {
      marks[i] = true;
    }
    return marks;
  }
}
