package homeostat.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.UserError;
import homeostat.lab.config.Key;
import homeostat.lab.config.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepPlanTest {
  @TempDir Path dir;

  enum Rule {
    LOCAL,
    GLOBAL
  }

  record Config(
      @Key(value = "Size.", or = "10", min = 1) int neurons,
      @Key(value = "Speed.", or = "0.1", min = 0) double rate,
      @Key(value = "Rule.", or = "\"local\"") Rule rule,
      @Key(value = "Delays.", or = "[1.0]") double[] delays,
      @Key(value = "Weights.") Weights weights) {}

  record Weights(
      @Key(value = "Mean.", or = "[[1, 2], [3, 4]]", min = 0) double[][] wMu,
      @Key(value = "Spread.", or = "0.1") double rate) {}

  record Sample(String name) implements Kind<Config> {
    @Override
    public String summary() {
      return "A question.";
    }

    @Override
    public Class<Config> schema() {
      return Config.class;
    }

    @Override
    public Estimate estimate(Config config, RunSettings settings) {
      return new Estimate(1, 1, 0, "");
    }

    @Override
    public Experiment<?> open(Config config, Setup setup) {
      throw new UserError("does not run");
    }
  }

  private static final Kinds KINDS = new Kinds(List.of(new Sample("sample")));

  private SweepPlan plan(String text, String... arguments) {
    Path file = dir.resolve("f.toml");
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return SweepPlan.of(file.toString(), List.of(arguments), KINDS);
  }

  private static SweepPlan plan(List<String> arguments) {
    return SweepPlan.of("sample", arguments, KINDS);
  }

  private static List<String> names(SweepPlan plan) {
    return plan.points().stream().map(SweepPoint::name).toList();
  }

  private List<String> errors(String text, String... arguments) {
    return assertThrows(UserError.class, () -> plan(text, arguments)).lines().stream()
        .map(line -> line.replace(dir + "/", ""))
        .toList();
  }

  private static Config config(SweepPoint point) {
    return (Config) point.config().config();
  }

  @Test
  void rangesAndCommasMakeAxes() {
    SweepPlan plan = plan(List.of("seed=42..43", "neurons=5,7", "rate=0.2"));
    assertEquals(
        List.of("seed=42,neurons=5", "seed=42,neurons=7", "seed=43,neurons=5", "seed=43,neurons=7"),
        names(plan));
    SweepPoint last = plan.points().getLast();
    assertEquals(List.of("seed=43", "neurons=7"), last.settings());
    assertEquals(43, last.config().run().seed());
    assertEquals(7, config(last).neurons());
    assertEquals(0.2, config(last).rate());
  }

  @Test
  void bracketsAreAnAxisUnlessTheKeyHoldsAList() {
    assertEquals(
        List.of("rate=0.1", "rate=0.2"), names(plan(List.of("rate=[0.1,0.2]", "delays=[3,4]"))));
    assertEquals(List.of("delays=1", "delays=2_3"), names(plan(List.of("delays=[1],[2,3]"))));
    assertEquals(
        List.of("w_mu_0_1=5", "w_mu_0_1=6"), names(plan(List.of("weights.w_mu[0][1]=[5,6]"))));
    assertEquals(
        List.of("w_mu_0=5_6", "w_mu_0=7_8"), names(plan(List.of("weights.w_mu[0]=[5,6],[7,8]"))));
  }

  @Test
  void keysOfOneEndingAreToldApart() {
    assertEquals(
        List.of("rate=1,rule=local", "rate=1,rule=global"),
        names(plan(List.of("weights.rate=[1]", "rule=local,global"))));
    assertTrue(
        names(plan(List.of("rate=1,2", "weights.rate=3,4"))).contains("rate=1,weights.rate=3"));
  }

  private static final String GRID =
      """
      kind = "sample"
      [grid]
      mode = "zip"
      [[grid.axis]]
      path = "weights.w_mu[0][1]"
      values = [0.5, 1]
      [[grid.axis]]
      path = "rate"
      from = 0.001
      to = 0.1
      steps = 2
      spacing = "log"
      """;

  @Test
  void axesOfAFile() {
    SweepPlan zip = plan(GRID);
    assertEquals(List.of("w_mu_0_1=0.5,rate=0.001", "w_mu_0_1=1,rate=0.1"), names(zip));
    assertEquals(0.5, config(zip.points().getFirst()).weights().wMu()[0][1]);
    assertEquals(3, config(zip.points().getFirst()).weights().wMu()[1][0]);
    SweepPlan product = plan(GRID.replace("steps = 2", "steps = 3"), "grid.mode=product");
    assertEquals(6, product.points().size());
    assertEquals("w_mu_0_1=0.5,rate=0.01", product.points().get(1).name());
  }

  @Test
  void anArgumentReplacesAnAxis() {
    assertEquals(
        List.of("w_mu_0_1=0.5,rate=7", "w_mu_0_1=1,rate=8"), names(plan(GRID, "rate=7,8")));
    assertEquals(List.of("w_mu_0_1=0.5", "w_mu_0_1=1"), names(plan(GRID, "rate=7")));
  }

  @Test
  void randomPointsDependOnSeedAndAxisOnly() {
    String random = GRID.replace("\"zip\"", "\"random\"\nsamples = 20").replace("steps = 2\n", "");
    SweepPlan plan = plan(random);
    assertEquals(20, new HashSet<>(names(plan)).size());
    assertEquals(names(plan), names(plan(random)));
    assertNotEquals(names(plan), names(plan(random, "grid.seed=1")));
    for (SweepPoint point : plan.points()) {
      assertTrue(config(point).rate() >= 0.001 && config(point).rate() <= 0.1);
    }
    long small = plan.points().stream().filter(point -> config(point).rate() < 0.01).count();
    assertTrue(small >= 4 && small <= 16, "logarithmic: half are below the middle, got " + small);
  }

  @Test
  void samplesOfAFileAreCrossedWithTheValuesOfACommandLine() {
    String grid =
        """
        kind = "sample"
        [grid]
        mode = "random"
        samples = 4
        [[grid.axis]]
        path = "rate"
        from = 0
        to = 1
        """;
    List<Double> drawn = plan(grid).points().stream().map(p -> config(p).rate()).toList();
    SweepPlan crossed = plan(grid, "neurons=3,4", "seed=0..2");
    assertEquals(4 * 2 * 3, crossed.points().size());
    for (int neurons : new int[] {3, 4}) {
      assertEquals(
          drawn,
          crossed.points().stream()
              .filter(p -> config(p).neurons() == neurons)
              .map(p -> config(p).rate())
              .distinct()
              .toList(),
          "every condition has the same samples");
    }
    // Without an axis in the file, values of the command line are what is drawn from.
    String without = grid.substring(0, grid.indexOf("[[grid.axis]]"));
    assertEquals(4, plan(without, "neurons=1..50", "seed=0..9").points().size());
  }

  @Test
  void randomValuesOfAWholeNumberAreWholeAndReachBothEnds() {
    String grid =
        """
        kind = "sample"
        [grid]
        mode = "random"
        samples = 60
        [[grid.axis]]
        path = "neurons"
        from = 3
        to = 5
        [[grid.axis]]
        path = "rate"
        from = 0
        to = 1
        """;
    SweepPlan plan = plan(grid);
    assertEquals(
        Set.of(3, 4, 5),
        plan.points().stream().map(p -> config(p).neurons()).collect(Collectors.toSet()));
    assertTrue(plan.points().stream().anyMatch(p -> config(p).rate() % 1 != 0));
    assertEquals(names(plan), names(plan(grid)));
    SweepPlan log = plan(grid.replace("to = 5", "to = 5\nspacing = \"log\""));
    assertEquals(
        Set.of(3, 4, 5),
        log.points().stream().map(p -> config(p).neurons()).collect(Collectors.toSet()));
    assertEquals(
        List.of("grid: neurons is a whole number, and there is none from 3.2 to 3.8"),
        errors(grid.replace("from = 3", "from = 3.2").replace("to = 5", "to = 3.8")));
  }

  @Test
  void conditions() {
    String when =
        GRID.replace("zip", "product")
            .replace("spacing = \"log\"", "when = \"weights.w_mu[0][1] > 0.7 and kind == sample\"");
    assertEquals(
        List.of("w_mu_0_1=0.5", "w_mu_0_1=1,rate=0.001", "w_mu_0_1=1,rate=0.1"), names(plan(when)));
    String kept = GRID.replace("\"zip\"", "\"product\"\nwhen = \"rate < 0.01 and rule == local\"");
    assertEquals(2, plan(kept).points().size());
    assertEquals(
        List.of("f.toml: grid.when: holds for none of the points"),
        errors(kept.replace("< 0.01", "> 1")));
    assertEquals(
        List.of(
            "f.toml: grid.when: \"rate = 3\" is no comparison; write key == value, with ==, !=, <,"
                + " <=, > or >=, joined by and"),
        errors(kept.replace("rate < 0.01 and rule == local", "rate = 3")));
  }

  @Test
  void everyPointIsCheckedBeforeAnyStarts() {
    assertEquals(
        List.of(
            "command line: neurons: 0 is out of range: expected >= 1 (point neurons=0,seed=1 ;"
                + " neurons=0,seed=2)"),
        errors("kind = \"sample\"\n", "neurons=0,1", "seed=1..2"));
    assertEquals(
        List.of("f.toml:2:1: ratee: unknown key; did you mean rate?"),
        errors("kind = \"sample\"\nratee = 3\n", "seed=1..3"));
  }

  @Test
  void mistakesOfTheGrid() {
    assertEquals(
        List.of(
            "f.toml: grid: nothing varies; add [[grid.axis]] to the file, or for example"
                + " seed=42..45"),
        errors("kind = \"sample\"\n"));
    assertEquals(
        List.of(
            "f.toml:3:1: grid.mode: \"zap\" is not one of product, zip, random; did you mean"
                + " \"zip\"?"),
        errors(GRID.replace("\"zip\"", "\"zap\"")));
    assertEquals(
        List.of("f.toml: grid.axis[1]: has too little; give values, or from, to and steps"),
        errors(GRID.replace("steps = 2\n", "")));
    assertEquals(
        List.of(
            "f.toml: grid.axis[1]: cannot go from -1.0 to 0.1; both ends must be above 0 for log"),
        errors(GRID.replace("from = 0.001", "from = -1")));
    assertEquals(
        List.of(
            "grid: mode = \"zip\" needs axes of one length, but weights.w_mu[0][1] has 2 values and"
                + " another has 3"),
        errors(GRID.replace("steps = 2", "steps = 3")));
    assertEquals(
        List.of("f.toml: grid.samples: missing: mode = \"random\" needs how many points to draw"),
        errors(GRID, "grid.mode=random"));
    assertEquals(
        List.of("command line: seed: 5..4 is empty; the smaller number comes first"),
        errors("kind = \"sample\"\n", "seed=5..4"));
    assertEquals(
        List.of("grid: has the point {seed=1} twice; give each value once"),
        errors("kind = \"sample\"\n", "seed=1,2,1"));
  }
}
