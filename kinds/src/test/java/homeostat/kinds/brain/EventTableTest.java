package homeostat.kinds.brain;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stimulus from a table of events. */
class EventTableTest {
  private static final String[] MUTE = {
    "simulation.duration=0.05", "simulation.trials=2", "silence=[\"neuropil:module_01\"]"
  };

  @TempDir Path dir;

  private Path write(String... lines) throws IOException {
    Path file = dir.resolve("events.csv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return file;
  }

  private static Opened run(String engine, Path file) {
    return Opened.run(
        1,
        -1,
        MUTE[0],
        MUTE[1],
        MUTE[2],
        "stimulus.sensory.events=" + file,
        "stimulus.sensory.neurons=[]",
        "simulation.engine=" + engine);
  }

  /** Every event of 250 synapses is a spike one step later, in each trial; weak ones are none. */
  @Test
  void eventsAreSpikesAStepLater() throws IOException {
    Path bySteps = write("id,step,synapses", "7,40,250", "3,10,", "7,12,", "9,20,3", "3,499,250");
    for (String engine : new String[] {"auto", "reference"}) {
      Opened run = run(engine, bySteps);
      for (int trial = 1; trial <= 2; trial++) {
        var spikes =
            requireNonNull(run.arrays.get("spikes/condition_001_trial_000" + trial + ".npz"));
        assertArrayEquals(new int[] {11, 13, 41}, spikes.ints("step"));
        assertArrayEquals(new int[] {2, 6, 6}, spikes.ints("neuron"));
      }
      assertEquals(0, run.number("readout_hz"), "who gets events is driven");
    }
    String expected = String.valueOf(run("auto", bySteps).left.get("rates.csv"));
    Path bySeconds = write("s,id", "0.004,7", "0.001,3", "0.0012,7");
    assertEquals(expected, run("auto", bySeconds).left.get("rates.csv"));
  }

  @ParameterizedTest
  @CsvSource({
    "500, 7, 250, outside of a trial of 500 steps",
    "-1, 7, 250, outside of a trial",
    "1.5, 7, 250, 'a whole number'",
    "3, 4242, 250, no neuron of this brain is '4242'",
    "3, 7, nan, a finite number is due"
  })
  void mistakesNameFileAndLine(String step, String id, String synapses, String says)
      throws IOException {
    Path file = write("step,id,synapses", "3,7,250", step + "," + id + "," + synapses);
    String message =
        String.valueOf(assertThrows(FormatException.class, () -> run("auto", file)).getMessage());
    assertTrue(message.contains(file + ": line 3") || message.contains("line 3"), message);
    assertTrue(message.contains(says.replace("'a whole number'", "a whole number")), message);
  }

  @Test
  void aTableSaysOnceWhenAndSaysSomething() throws IOException {
    Path both = write("step,s,id", "3,0.1,7");
    FormatException twice = assertThrows(FormatException.class, () -> run("auto", both));
    assertTrue(String.valueOf(twice.getMessage()).contains("keep one of both"));
    Path none = write("step,id");
    UserError empty = assertThrows(UserError.class, () -> run("auto", none));
    assertTrue(empty.lines().getFirst().contains("has no event"));
  }

  @ParameterizedTest
  @CsvSource({
    "stimulus.sensory.neurons=[\"1\"], take one of both out",
    "stimulus.sensory.rate=20, goes with neurons",
    "stimulus.sensory.start=0.01, goes with neurons",
    "stimulus.sensory.stop=0.01, goes with neurons"
  })
  void whatGoesWithARateIsRefused(String setting, String says) throws IOException {
    Path file = write("step,id", "3,7");
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                Opened.run(
                    1,
                    -1,
                    "stimulus.sensory.neurons=[]",
                    "stimulus.sensory.events=" + file,
                    setting));
    assertEquals(1, error.lines().size(), error.lines().toString());
    assertTrue(error.lines().getFirst().contains(says), error.lines().toString());
  }
}
