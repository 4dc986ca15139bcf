package homeostat.kinds.spiking.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegacyScriptsTest {
  @TempDir Path dir;

  private Path experiment(String more) throws IOException {
    Files.createDirectories(dir.resolve("parameters"));
    Files.writeString(dir.resolve("parameters/hp.toml"), "[simulation]\nseed = 1\n");
    return Files.writeString(
        dir.resolve("experiment.toml"),
        """
        script = "experiments/homeostatic_plasticity/homeostatic_plasticity.py"
        output_dir = "workspace/out/first"
        parameters_file = "parameters/hp.toml"
        log_file = "workspace/log.jsonl"
        """
            + more);
  }

  @Test
  void aParameterFileIsRunAsItIs() throws IOException {
    Path file = Files.writeString(dir.resolve("p.toml"), "[simulation]\nseed = 1\n");
    assertEquals(
        List.of("run", file.toString()),
        new RunExperiment().translate(List.of("--no-commit", file.toString())));
  }

  @Test
  void anExperimentFileBecomesARunOfItsParameters() throws IOException {
    assertEquals(
        List.of(
            "run",
            dir.resolve("parameters/hp.toml").toString(),
            "run.name=first",
            "run.dir=workspace/out"),
        new RunExperiment().translate(List.of(experiment("").toString())));
  }

  @Test
  void itsInputsBecomeTheWiring() throws IOException {
    Path earlier = Files.createDirectories(dir.resolve("earlier/results"));
    Files.writeString(earlier.resolve("network_structure.npz"), "");
    String inputs = "[[data.inputs]]\npath = \"earlier/results\"\nstrategy = \"copy\"\n";
    List<String> translated = new RunExperiment().translate(List.of(experiment(inputs).toString()));
    assertEquals("network.file=" + earlier.resolve("network_structure.npz"), translated.get(4));
    assertEquals("run.inputs=copy", translated.get(5));
  }

  @Test
  void whatCannotBeTranslatedIsTold() throws IOException {
    String file = experiment("").toString();
    refused("[[grid.axis]]", "--grid", "generator.py", file);
    refused("unknown option --fast", "--fast", file);
    refused("one file", file, file);
    Files.writeString(Path.of(file), "script = \"train_student.py\"\nparameters_file = \"x\"\n");
    refused("\"train_student.py\" is not translated", file);
    Files.writeString(
        Path.of(file), "script = \"network_inference.py\"\nparameters_file = \"x.toml\"\n");
    refused("no such file: x.toml", file);
  }

  private static void refused(String says, String... arguments) {
    UserError error =
        assertThrows(UserError.class, () -> new RunExperiment().translate(List.of(arguments)));
    assertTrue(error.lines().getFirst().contains(says), error.lines().getFirst());
  }

  @Test
  void resumingTakesTheRunOrItsCheckpoint() {
    ResumeBackprop script = new ResumeBackprop();
    List<String> expected = List.of("resume", "out/run-1");
    assertEquals(expected, script.translate(List.of("out/run-1", "--no-wandb")));
    assertEquals(
        expected,
        script.translate(
            List.of("--script", "hp.py", "out/run-1/checkpoints/checkpoint_latest.pt")));
    assertThrows(UserError.class, () -> script.translate(List.of()));
    assertThrows(UserError.class, () -> script.translate(List.of("a", "b")));
    assertThrows(UserError.class, () -> script.translate(List.of("a", "--all")));
  }

  @Test
  void outputFolderOfAFileNamesItsLatestRun() throws IOException {
    Files.createDirectories(dir.resolve("a-20260102-030405-00ff"));
    Path latest = Files.createDirectories(dir.resolve("a-20260102-030406-0000"));
    Files.createDirectories(dir.resolve("a-b-20270102-030406-0000"));
    ResumeBackprop script = new ResumeBackprop();
    assertEquals(
        List.of("resume", latest.toString()),
        script.translate(List.of(dir.resolve("a").toString())));
    String absent = dir.resolve("c").toString();
    assertEquals(List.of("resume", absent), script.translate(List.of(absent)));
  }
}
