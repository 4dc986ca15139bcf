package homeostat.kinds.robustness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The networks of a report. One at a time is in memory, with its images. */
final class Networks {
  /**
   * What is known of a network that is not open.
   *
   * @param folder of its run
   * @param name of its run
   * @param group of networks that it belongs to
   * @param able the ways to adapt that it has
   */
  record Described(String folder, String name, String group, Set<Method> able) {}

  private final RobustnessConfig.Checkpoint which;
  private final List<Described> all;
  private final List<String> notes;
  private int opened = -1;
  private Optional<SavedClassifier> current = Optional.empty();

  private Networks(RobustnessConfig.Checkpoint which, List<Described> all, List<String> notes) {
    this.which = which;
    this.all = List.copyOf(all);
    this.notes = List.copyOf(notes);
  }

  /**
   * Reads every run once, to see that it holds a network and which.
   *
   * @throws homeostat.lab.UserError if a folder holds none
   */
  static Networks of(RobustnessConfig config) {
    List<String> names = new ArrayList<>();
    List<Set<Method>> able = new ArrayList<>();
    List<Groups.Member> members = new ArrayList<>();
    for (String folder : config.of()) {
      SavedRun run = SavedRun.read(folder, config.checkpoint());
      names.add(run.name());
      able.add(run.network().adaptation().map(Adaptation::methods).orElse(Set.of()));
      members.add(new Groups.Member(run.network().group(), run.settings()));
    }
    Groups groups = Groups.of(members);
    List<Described> all = new ArrayList<>();
    Map<String, Set<Method>> byGroup = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String group = groups.names().get(i);
      all.add(new Described(config.of().get(i), names.get(i), group, able.get(i)));
      byGroup.put(group, able.get(i));
    }
    List<String> notes = new ArrayList<>(groups.notes());
    List<Method> asked = config.adaptation().methods();
    byGroup.forEach((group, can) -> missing(group, can, asked).ifPresent(notes::add));
    return new Networks(config.checkpoint(), all, notes);
  }

  /** What to say of ways to adapt that were asked for and that a network does not have. */
  private static Optional<String> missing(String group, Set<Method> able, List<Method> asked) {
    List<String> not = asked.stream().filter(m -> !able.contains(m)).map(Method::word).toList();
    if (not.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        able.isEmpty()
            ? group + ": has no inhibition that can adapt without labels; measured frozen only"
            : group + ": cannot adapt by " + String.join(", ", not));
  }

  List<Described> all() {
    return all;
  }

  /** What a reader of the report must know. */
  List<String> notes() {
    return notes;
  }

  /** Opens a network; the one before is let go. */
  SavedClassifier open(int network) {
    if (opened != network || current.isEmpty()) {
      current = Optional.empty();
      current = Optional.of(SavedRun.read(all.get(network).folder(), which).network());
      opened = network;
    }
    return current.get();
  }
}
