package homeostat.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Key;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import homeostat.lab.record.RunFolder;
import homeostat.lab.run.Job;
import homeostat.lab.run.Toy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepFileTest {
  @TempDir Path dir;

  /** A walk whose published key feeds the seed. */
  record Walk() implements Kind<Walk.Config> {
    record Config(
        @Key(value = "Seed.", or = "1", feeds = "seed") long walkSeed,
        @Key(value = "Steps.", or = "20", min = 1) long steps,
        @Key("A file.") Optional<Path> file) {}

    @Override
    public String name() {
      return "walk";
    }

    @Override
    public String summary() {
      return "Where does it end?";
    }

    @Override
    public Class<Config> schema() {
      return Config.class;
    }

    @Override
    public Estimate estimate(Config config, RunSettings settings) {
      return new Estimate(1 << 20, config.steps(), 0, "take fewer steps");
    }

    @Override
    public Experiment<?> open(Config config, Setup setup) {
      return Toy.job(Path.of("unused"), setup.seed(), config.steps()).open().apply(setup);
    }
  }

  private final Kinds kinds = new Kinds(List.of(new Walk()));

  private Resolved<?> load(String... arguments) {
    return ConfigLoader.load("walk", List.of(arguments), kinds);
  }

  @Test
  void aSweepReadFromItsFolderIsTheSame() {
    String runs = "run.dir=" + dir;
    Sweep sweep =
        Sweep.of(
            List.of(
                Cell.of("s=1", List.of("walk_seed=1"), load("walk_seed=1", runs)),
                Cell.of("s=2", List.of("walk_seed=2"), load("walk_seed=2", runs))),
            Set.of("walk_seed"),
            true,
            List.of(
                new Objective("w/mean", Optional.of(0.5), 2),
                new Objective("steps", Optional.empty(), 1)));
    RunFolder folder = new RunFolder(dir);
    assertFalse(SweepFile.in(folder));
    SweepFile.write(folder, sweep);
    assertTrue(SweepFile.in(folder));
    Sweep read = SweepFile.read(folder, List.of("run.threads=2"), kinds);
    assertEquals(sweep.identity(), read.identity());
    assertEquals(sweep.axes(), read.axes());
    assertEquals(sweep.repeats(), read.repeats());
    assertEquals(sweep.objectives(), read.objectives());
    assertEquals(2, read.threads());
    assertTrue(read.keep());
    assertEquals(2, read.cells().getLast().job().settings().seed());
  }

  @Test
  void theIdentityIsWhatCanChangeAResult() {
    Job job = Job.of(load("walk_seed=3", "steps=10"));
    assertEquals(
        job.identity(),
        Job.of(load("walk_seed=3", "steps=10", "run.threads=3", "run.name=x")).identity());
    assertFalse(job.identity().equals(Job.of(load("walk_seed=4", "steps=10")).identity()));
    assertFalse(job.identity().equals(Job.of(load("walk_seed=3", "steps=11")).identity()));
  }

  @Test
  void filesThatTheConfigNamesAreInputs() throws IOException {
    Path file = Files.writeString(dir.resolve("w.csv"), "1\n");
    Job job = Job.of(load("file=" + file, "run.inputs=copy"));
    assertEquals(1, job.inputs().size());
    assertEquals(file, job.inputs().getFirst().path());
    assertEquals(RunSettings.Inputs.COPY, job.inputs().getFirst().strategy());
  }

  @Test
  void anAxisThatFeedsTheSeedIsARepeat() {
    Resolved<?> config = load("walk_seed=2");
    assertTrue(Cell.repeats("walk_seed", config));
    assertTrue(Cell.repeats("run.seed", load("run.seed=2")));
    assertFalse(Cell.repeats("steps", config));
  }

  @Test
  void aPlanBecomesASweep() {
    List<String> arguments = List.of("walk_seed=1,2", "steps=10,20");
    Sweep sweep = Sweep.of(SweepPlan.of("walk", arguments, kinds), false);
    assertEquals(4, sweep.cells().size());
    assertEquals(List.of("walk_seed", "steps"), sweep.axes());
    assertEquals(Set.of("walk_seed"), sweep.repeats());
  }

  @Test
  void aDamagedFileIsTold() throws IOException {
    RunFolder folder = new RunFolder(dir);
    Files.writeString(dir.resolve("sweep.json"), "{\"cells\": [");
    UserError error = assertThrows(UserError.class, () -> SweepFile.read(folder, List.of(), kinds));
    assertEquals(
        List.of(
            dir.resolve("sweep.json")
                + ": line 1: is damaged (not JSON); put back a copy of the file, or start the sweep"
                + " anew"),
        error.lines());
  }

  @Test
  void aDamagedLineOfResultsIsToldWithItsNumber() throws IOException {
    Path file = dir.resolve("results.jsonl");
    Files.writeString(file, "{\"cell\": \"a\", \"identity\": \"\"}\n{\"cell\n");
    UserError error = assertThrows(UserError.class, () -> Results.open(file));
    assertTrue(error.lines().getFirst().contains(": line 2: is damaged"), error.lines().toString());
  }
}
