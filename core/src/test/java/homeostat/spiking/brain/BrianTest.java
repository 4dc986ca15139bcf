package homeostat.spiking.brain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homeostat.array.Arrays;
import homeostat.array.Npz;
import homeostat.connectome.brain.Brain;
import homeostat.connectome.brain.BrainGenerator;
import homeostat.connectome.brain.FlyPlan;
import homeostat.connectome.brain.SynapseRows;
import homeostat.kernel.Parallel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brian2's compiled C++ fires the same spikes, where it is installed (Debian: python3-brian). */
class BrianTest {
  private static final int NEURONS = 5000;
  private static final int STEPS = 10_000;

  @TempDir Path folder;

  @Test
  void theSameSpikesAsBrian() throws IOException, InterruptedException, URISyntaxException {
    String python = python();
    assumeTrue(!python.isEmpty(), "no python3 has brian2; install python3-brian and g++");
    assumeTrue(run(List.of("g++", "--version")) == 0, "there is no g++ for Brian2 to compile with");
    Brain brain;
    try (Parallel one = new Parallel(1)) {
      brain = BrainGenerator.generate(FlyPlan.of(NEURONS), 11, one);
    }
    int[] driven =
        IntStream.range(0, NEURONS)
            .filter(i -> brain.annotations().of("type", i).endsWith("sensory"))
            .toArray();
    PoissonDrive drive =
        PoissonDrive.of(
            List.of(new PoissonDrive.Group(driven, 150, 250 * 0.275, 0, STEPS)), 0.1, 5, 0);
    boolean[] tireless = new boolean[NEURONS];
    for (int i : driven) {
      tireless[i] = true;
    }
    BrainNetwork network =
        new BrainNetwork(brain.rows(), BrainParameters.fly(), new boolean[NEURONS], tireless);
    SpikeList ours = new SpikeList();
    BrainEngine engine =
        new FrameEngine(network, FrameEngine.Looking.AUTO, FrameEngine.Precision.FLOAT64, 1);
    engine.advance(engine.start(), drive, STEPS, ours);
    assertTrue(ours.size() > 10_000, ours.toString());

    Path in = folder.resolve("in.npz");
    Path out = folder.resolve("out.npz");
    Npz.write(in, input(brain.rows(), drive.events(0, STEPS)));
    Path script =
        Path.of(Objects.requireNonNull(BrianTest.class.getResource("/brian/brain.py")).toURI());
    assertEquals(
        0,
        run(
            List.of(
                python,
                script.toString(),
                in.toString(),
                out.toString(),
                folder.resolve("code").toString())),
        () -> log());
    Arrays theirs = Npz.read(out);
    assertArrayEquals(theirs.ints("step"), ours.steps());
    assertArrayEquals(theirs.ints("neuron"), ours.neurons());
  }

  /** The one on the path, or the system's, for which Debian's package is. */
  private String python() throws InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (run(List.of(python, "-c", "import brian2")) == 0) {
        return python;
      }
    }
    return "";
  }

  private static Arrays input(SynapseRows rows, DriveEvents events) {
    int entries = rows.entries().length;
    int[] sender = new int[entries];
    int[] receiver = new int[entries];
    int[] count = new int[entries];
    for (int i = 0; i < rows.neurons(); i++) {
      for (int e = rows.offsets()[i]; e < rows.offsets()[i + 1]; e++) {
        sender[e] = i;
        receiver[e] = rows.target(e);
        count[e] = (int) rows.weight(e);
      }
    }
    return Arrays.builder()
        .put("neurons", new int[] {rows.neurons()})
        .put("steps", new int[] {STEPS})
        .put("sender", sender)
        .put("receiver", receiver)
        .put("count", count)
        .put("input_step", IntStream.range(0, events.size()).map(events::step).toArray())
        .put("input_neuron", IntStream.range(0, events.size()).map(events::neuron).toArray())
        .build();
  }

  private int run(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("log").toFile())
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
