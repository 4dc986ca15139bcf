package homeostat.kinds.robustness;

import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;
import java.util.List;

/** How well do saved classifiers stand changed images, frozen and while they adapt? */
public final class Robustness implements Kind<RobustnessConfig> {
  /** Of one network with its images: one at a time is open. */
  private static final long MEMORY = 450L << 20;

  private static final double SECONDS_PER_IMAGE = 5e-5;
  private static final double SECONDS_PER_SINGLE = 1e-3;

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
    int batches =
        config.changes().shifts().length * (1 + methods.size())
            + config.changes().contrasts().length
            + config.changes().noises().length;
    int singles = config.adaptation().singleShifts().length * methods.size();
    int conditions = batches + singles;
    double images = config.changes().images();
    double seconds =
        images * (batches * SECONDS_PER_IMAGE + singles * SECONDS_PER_SINGLE) / conditions;
    return new Estimate(
        MEMORY, (long) conditions * config.of().size(), seconds, "name fewer runs in of");
  }

  @Override
  public Experiment<?> open(RobustnessConfig config, Setup setup) {
    Networks networks = Networks.of(config);
    networks.notes().forEach(setup.note());
    return new RobustnessExperiment(config, networks, setup.seed(), setup.parallel());
  }
}
