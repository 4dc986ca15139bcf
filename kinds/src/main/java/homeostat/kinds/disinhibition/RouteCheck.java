package homeostat.kinds.disinhibition;

import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.equilibrium.EquilibriumSettings;
import homeostat.disinhibition.rule.Route;
import homeostat.disinhibition.rule.RouteDistance;
import homeostat.disinhibition.solver.SolverSettings;
import homeostat.kernel.Parallel;
import homeostat.kinds.disinhibition.config.ClassifierConfig;
import homeostat.kinds.disinhibition.config.ModelSection;
import homeostat.lab.CrossCheck;
import homeostat.lab.Row;
import homeostat.lab.UserError;
import homeostat.task.image.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares the two routes to the steady states, each from images to gradients by itself, on the
 * first batch of training images: roots against the integration with the config's tolerances, and
 * against one with tolerances ten times smaller, which must come nearer.
 */
final class RouteCheck {
  /** Most that states without control may differ, in units of the relative tolerance. */
  private static final double OPEN = 1;

  /** The same under control, whose integrator is the slowest of all. */
  private static final double CLOSED = 10;

  /** The same of gradients, relative to these. */
  private static final double GRADIENT = 30;

  private static final double ROUNDING = 1e-5;
  private static final double FINER = 10;

  private final ClassifierConfig config;
  private final ImageParts images;
  private final Parallel parallel;

  RouteCheck(ClassifierConfig config, ImageParts images, Parallel parallel) {
    this.config = config;
    this.images = images;
    this.parallel = parallel;
  }

  CrossCheck at(ClassifierState state) {
    Assembly assembly = new Assembly(config);
    if (!(assembly.cells() instanceof Pairs pairs)) {
      throw new UserError(
          "--check: a network of plain units has no steady states to find in two ways; take"
              + " model.vf.name=dale, or leave --check out");
    }
    Batch batch = images.train().room();
    int count = images.train().epoch(0).fill(0, batch);
    float[] y = new float[count * images.classes()];
    assembly.targets(images.classes()).fill(batch.labels(), count, y);
    RouteDistance.Lesson lesson =
        new RouteDistance.Lesson(
            state.trained.weights(), pairs, assembly.rule(), state.rule, batch.inputs(), y, count);
    ModelSection model = config.model();
    Route roots =
        new Route.Equilibrium(new EquilibriumSettings(model.tolerance(), model.maxSweeps()));
    RouteDistance distance =
        RouteDistance.between(roots, new Route.Solver(solver(1)), lesson, parallel);
    RouteDistance finer =
        RouteDistance.between(roots, new Route.Solver(solver(FINER)), lesson, parallel);
    List<Row> rows = new ArrayList<>();
    rows(1, distance, state, rows);
    rows(FINER, finer, state, rows);
    return new CrossCheck(
        "roots (model.route=equilibrium) and integration (model.route=solver) on "
            + count
            + " training images",
        rows,
        verdict(distance, finer),
        within(distance, 1) && within(finer, FINER));
  }

  private SolverSettings solver(double finer) {
    ModelSection model = config.model();
    return new SolverSettings(
        model.dt(),
        model.horizon(),
        model.rtol() / finer,
        model.atol() / finer,
        model.adaptiveStepsize(),
        model.earlyTermination());
  }

  private void rows(double finer, RouteDistance distance, ClassifierState state, List<Row> rows) {
    for (int l = 0; l < distance.open().length; l++) {
      rows.add(
          new Row()
              .put("rtol", config.model().rtol() / finer)
              .put("layer", state.trained.name(l))
              .put("open_loop", distance.open()[l])
              .put("closed_loop", controlled() ? distance.closed()[l] : Double.NaN)
              .put("gradient", distance.gradient()[l])
              .put("angle_degrees", StrictMath.toDegrees(StrictMath.acos(distance.cosine()[l])))
              .put("unsettled", (long) distance.settled().unsettled()));
    }
  }

  private boolean controlled() {
    return config.trainer().local();
  }

  private boolean within(RouteDistance distance, double finer) {
    return distance.settled().unsettled() == 0
        && RouteDistance.largest(distance.open()) <= allowed(OPEN, finer)
        && RouteDistance.largest(distance.closed()) <= allowed(CLOSED, finer)
        && RouteDistance.largest(distance.gradient()) <= allowed(GRADIENT, finer);
  }

  private double allowed(double times, double finer) {
    return times * Math.max(config.model().rtol() / finer, ROUNDING);
  }

  private String verdict(RouteDistance distance, RouteDistance finer) {
    return measured(distance, 1) + "; at a tenth of the tolerances " + measured(finer, FINER);
  }

  private String measured(RouteDistance distance, double finer) {
    String open = words("states", RouteDistance.largest(distance.open()), allowed(OPEN, finer));
    String closed =
        words("under control", RouteDistance.largest(distance.closed()), allowed(CLOSED, finer));
    String gradient =
        words("gradients", RouteDistance.largest(distance.gradient()), allowed(GRADIENT, finer));
    return open + (controlled() ? ", " + closed : "") + ", " + gradient;
  }

  private static String words(String what, double measured, double allowed) {
    return String.format(Locale.ROOT, "%s %.1e of %.1e allowed", what, measured, allowed);
  }
}
