package homeostat.cli;

import homeostat.lab.UserError;
import homeostat.lab.sweep.Sweep;
import homeostat.lab.sweep.SweepPlan;
import homeostat.lab.sweep.SweepPoint;
import homeostat.lab.sweep.Sweeper;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code sweep FILE|KIND}: one experiment at many settings. */
final class SweepVerb implements Verb {
  private static final String KEEP = "keep=";
  private static final Page PAGE =
      new Page(
          "sweep",
          Group.RUN,
          "FILE|KIND [key=v1,v2 ...] [keep=true] [--dry] [--quiet]",
          "run an experiment at many settings, in parallel",
          Set.of(Flag.DRY, Flag.QUIET),
          1,
          """
          Runs every point of a grid: axes come from [grid] in the file and from settings with several
          values (a.b=1,2 or seed=42..45). grid.mode=zip takes first values together, then second ones;
          grid.mode=random with grid.samples=N draws points; where they are drawn from axes in the file,
          each is taken under every combination of the values given here. run.threads points are worked
          at once; the number never changes a result.

          [[grid.objective]] in the file says what makes a point good: name a headline number, with a
          target or without one (then the smaller the better), and a weight. The table then has ranks
          and scores, and best.toml is the config of the winner, ready to run.

          Leaves a folder with one table of all points, results.csv, and statistics over seeds,
          statistics.csv; keep=true also keeps a folder a point. A point that fails does not end the
          others. homeostat resume FOLDER goes on with a sweep that was stopped or killed. --dry lists
          the points and stops.

          Examples
            homeostat sweep experiments/homeostatic-plasticity-quick.toml run.seed=42..45
            homeostat sweep homeostatic-plasticity run.seed=1,2 run.threads=2 --dry
          """);

  private final Supplier<Catalogue> catalogue;

  SweepVerb(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE);
    boolean keep = keep(given);
    List<String> settings =
        given.assignments().stream().filter(setting -> !setting.startsWith(KEEP)).toList();
    SweepPlan plan = SweepPlan.of(given.word(0, PAGE), settings, catalogue.get().kinds());
    if (given.has(Flag.DRY)) {
      plan.points().stream().map(SweepPoint::name).forEach(console::print);
      return Exit.DONE;
    }
    Sweep sweep = Sweep.of(plan, keep);
    return Workbench.toldSweep(
        console,
        Workbench.work(console, given.has(Flag.QUIET), around -> new Sweeper(around).run(sweep)));
  }

  private static boolean keep(Arguments given) {
    String keep = given.settings().getOrDefault("keep", "false");
    if (!keep.equals("true") && !keep.equals("false")) {
      throw new UserError("keep=" + keep + ": must be true or false");
    }
    return keep.equals("true");
  }
}
