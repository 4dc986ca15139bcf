package homeostat.kinds.brain.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Sha256;
import homeostat.connectome.Connectome;
import homeostat.connectome.brain.Brain;
import homeostat.connectome.brain.BrainFile;
import homeostat.connectome.brain.BrainGenerator;
import homeostat.connectome.brain.FlyPlan;
import homeostat.connectome.format.ConnectomeReader;
import homeostat.connectome.format.ReadOptions;
import homeostat.kernel.Parallel;
import homeostat.lab.Row;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workload on small brains. */
class BrainWorkloadTest {
  @TempDir Path dir;

  private static Row run(String... settings) {
    BrainWorkload workload = new BrainWorkload();
    Map<String, String> values = workload.defaults();
    values.putAll(Map.of("neurons", "1500", "seconds", "1", "repeats", "1", "most_s", "0"));
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      values.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return workload.run(values);
  }

  @Test
  void everyEngineAndNumberOfThreadsGivesOneHash() {
    Object hash = run().asMap().get("spike_hash");
    for (String engine : new String[] {"frame", "dense", "reference"}) {
      assertEquals(hash, run("engine=" + engine, "threads=2").asMap().get("spike_hash"), engine);
    }
  }

  /** The sensory cells of the first pathway are driven, by that name or unasked. */
  @Test
  void setsOfOnesOwnAreDriven() {
    assertEquals(
        run().asMap().get("spike_hash"),
        run("driven=pathway_001_sensory").asMap().get("spike_hash"));
    assertEquals(2L, run("driven=1,2").asMap().get("driven"));
  }

  /** A brain without pathways asks who is driven. */
  @Test
  void aBrainOfOnesOwnIsMeasured() throws IOException {
    Path table = dir.resolve("edges.csv");
    Files.writeString(table, "source,target,weight\nAVAL,AVAR,400\nAVAR,RIML,2\n");
    Connectome connectome = ConnectomeReader.read(table, ReadOptions.defaults());
    Path file = dir.resolve("x.brain");
    BrainFile.write(file, Brain.of(connectome), Sha256.ofText("x"));
    UserError error = assertThrows(UserError.class, () -> run("file=" + file));
    assertTrue(error.lines().getFirst().startsWith("driven: is missing"), error.toString());
    Row row = run("file=" + file, "driven=AVAL");
    assertEquals(3L, row.asMap().get("neurons"));
    assertTrue(Long.parseLong(String.valueOf(row.asMap().get("spikes"))) > 200);
    try (Parallel parallel = new Parallel(1)) {
      Brain generated = BrainGenerator.generate(FlyPlan.of(1500), 42, parallel);
      BrainFile.write(dir.resolve("g.brain"), generated, Sha256.ofText("x"));
    }
    assertEquals(
        run().asMap().get("spike_hash"),
        run("file=" + dir.resolve("g.brain")).asMap().get("spike_hash"));
  }
}
