package homeostat.kinds.disinhibition.curve;

import homeostat.kinds.disinhibition.config.CurveConfig;
import homeostat.kinds.disinhibition.config.CurveSection;
import homeostat.kinds.disinhibition.config.PairActivationSection;
import homeostat.kinds.disinhibition.config.PairSection;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;

/** At which rates does a synapse grow or shrink, and what moves the border between them? */
public final class PlasticityCurve implements Kind<CurveConfig> {
  private static final long BASE = 200L << 20;

  /** Time of a point, which is settled in steps. */
  private static final double SECONDS_PER_STEP = 5e-8;

  @Override
  public String name() {
    return "plasticity-curve";
  }

  @Override
  public String summary() {
    return "Plasticity against rate in one cell, of the pair and of rival circuits: curves and"
        + " their zeros.";
  }

  @Override
  public Class<CurveConfig> schema() {
    return CurveConfig.class;
  }

  @Override
  public void check(CurveConfig config, Problems problems) {
    CurveSection curve = config.curve();
    for (double[] line : curve.lines()) {
      if (line.length != 2) {
        problems.add(
            "curve.lines", "a line is two numbers, intercept and slope, for example [1.5, 1.5]");
      }
    }
    if (curve.circuits().isEmpty()) {
      problems.add("curve.circuits", "names no circuit; there are pair and its rivals");
    }
    if (curve.protocols().isEmpty()) {
      problems.add("curve.protocols", "names no protocol, for example [\"control\"]");
    }
    PairSection published = new PairSection(5, new PairActivationSection(1, 1, 3), 0.02, 600);
    if (!curve.circuits().contains(CurveSection.Circuit.PAIR) && !config.pair().equals(published)) {
      problems.warn("pair", "has no effect: curve.circuits names rivals alone");
    }
    if (problemsFree(curve) && new CurvePlan(config).curves().isEmpty()) {
      problems.add("curve", "asks for no curve; give lines, targets or clamped");
    }
  }

  private static boolean problemsFree(CurveSection curve) {
    for (double[] line : curve.lines()) {
      if (line.length != 2) {
        return false;
      }
    }
    return !curve.circuits().isEmpty() && !curve.protocols().isEmpty();
  }

  @Override
  public Estimate estimate(CurveConfig config, RunSettings settings) {
    long curves = new CurvePlan(config).curves().size();
    long points = config.curve().points();
    return new Estimate(
        BASE + 64 * curves * points,
        curves,
        points * config.pair().steps() * SECONDS_PER_STEP,
        "lower curve.points (" + points + ")");
  }

  @Override
  public Experiment<?> open(CurveConfig config, Setup setup) {
    return new CurveExperiment(config);
  }
}
