package homeostat.kinds.robustness;

import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How well do saved classifiers stand changed images, frozen and while they adapt? */
public final class Robustness implements Kind<RobustnessConfig> {
  private static final long BASE = 450L << 20;
  private static final long PER_NETWORK = 16L << 20;

  @Override
  public String name() {
    return "image-robustness";
  }

  @Override
  public String summary() {
    return "Accuracy of saved classifiers on changed images, frozen and adapting without labels.";
  }

  @Override
  public Class<RobustnessConfig> schema() {
    return RobustnessConfig.class;
  }

  @Override
  public void check(RobustnessConfig config, Problems problems) {
    if (config.of().isEmpty()) {
      problems.add("of", "name at least one folder of a run that trained a classifier of images");
    }
    if (config.adaptation().methods().contains(Method.FROZEN)) {
      problems.add("adaptation.methods", "frozen is always there; leave it out");
    }
  }

  @Override
  public Estimate estimate(RobustnessConfig config, RunSettings settings) {
    List<?> methods = config.adaptation().methods();
    int conditions =
        config.changes().shifts().length * (1 + methods.size())
            + config.changes().contrasts().length
            + config.changes().noises().length
            + config.adaptation().singleShifts().length * methods.size();
    return new Estimate(
        BASE + PER_NETWORK * config.of().size(),
        (long) conditions * config.of().size(),
        0.5,
        "name fewer runs in of");
  }

  @Override
  public Experiment<?> open(RobustnessConfig config, Setup setup) {
    List<SavedRun> runs =
        config.of().stream().map(folder -> SavedRun.read(folder, config.checkpoint())).toList();
    Map<String, Set<Method>> groups = new LinkedHashMap<>();
    runs.forEach(run -> groups.put(run.network().group(), Condition.able(run.network())));
    groups.forEach((group, able) -> missing(group, able, config).ifPresent(setup.note()));
    return new RobustnessExperiment(config, runs, setup.seed(), setup.parallel());
  }

  /** What to say of ways to adapt that were asked for and that a network does not have. */
  private static Optional<String> missing(String group, Set<Method> able, RobustnessConfig config) {
    List<Method> asked = config.adaptation().methods();
    List<String> not = asked.stream().filter(m -> !able.contains(m)).map(Method::word).toList();
    if (not.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        able.isEmpty()
            ? group + ": has no inhibition that can adapt without labels; measured frozen only"
            : group + ": cannot adapt by " + String.join(", ", not));
  }
}
