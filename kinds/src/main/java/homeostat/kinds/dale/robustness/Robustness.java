package homeostat.kinds.dale.robustness;

import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;
import java.util.List;

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
      problems.add("of", "name at least one folder of a finished run of dale-classifier");
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
    List<SavedNetwork> networks =
        config.of().stream().map(folder -> SavedNetwork.read(folder, config)).toList();
    return new RobustnessExperiment(config, networks, setup.seed(), setup.parallel());
  }
}
