package homeostat.kinds.brain;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WholeBrainTest {
  /** Ten trials of 450 ms: two waves of three slices. */
  private static final String[] SMALL = {"simulation.duration=0.45", "simulation.trials=10"};

  private static final String DRIVEN = "stimulus.sensory.neurons=[\"pathway_001_sensory\"]";

  @TempDir Path dir;

  private static String[] with(String... more) {
    return Stream.concat(Stream.of(SMALL), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void threadsAndInterruptionsChangeNothing() {
    Opened plain = Opened.run(1, -1, SMALL);
    assertTrue(plain.number("spikes") > 1000, plain.summary.asMap().toString());
    for (long after = 1; after < 6; after += 2) {
      Opened other = Opened.run(3, after, SMALL);
      assertEquals(plain.left, other.left, "after " + after);
      assertEquals(
          plain.summary.asMap().get("spike_hash"), other.summary.asMap().get("spike_hash"));
    }
    assertEquals(
        plain.left.keySet().stream().filter(name -> name.startsWith("spikes/")).count(), 10);
  }

  @Test
  void everyEngineGivesTheSameFiles() {
    Opened auto = Opened.run(1, -1, with("simulation.trials=1"));
    for (String engine : new String[] {"frame", "dense", "reference"}) {
      Opened other = Opened.run(2, 2, with("simulation.trials=1", "simulation.engine=" + engine));
      assertEquals(auto.left, other.left, engine);
    }
  }

  @Test
  void silencingTheDrivenSilencesTheBrain() {
    Opened silent = Opened.run(2, -1, with("silence=[\"pathway_001_sensory\"]"));
    assertEquals(20, silent.number("active_neurons"), "only the driven fire");
    assertEquals(0, silent.number("readout_hz"));
  }

  @Test
  void aScreenRanksWhatMattersFirst() {
    Opened screen =
        Opened.run(
            2,
            -1,
            with(
                "simulation.trials=3",
                "screen.silence=[\"module_01_inhibitory\", \"pathway_001_sensory\"]",
                "screen.activate=[\"1\"]"));
    String[] rows = String.valueOf(screen.left.get("screen.csv")).split("\n");
    assertEquals(4, rows.length);
    assertTrue(rows[1].startsWith("1,silence,pathway_001_sensory,0.0000,-"), rows[1]);
    assertTrue(screen.left.containsKey("figures/screen"));
  }

  @Test
  void stimuliSeparatelyAreConditions() {
    Opened both =
        Opened.run(
            2,
            -1,
            with(
                "simulation.trials=2",
                "simulation.stimuli=separately",
                "stimulus.a.neurons=[\"pathway_001_sensory\"]",
                "stimulus.b.neurons=[\"neuropil:module_01\"]",
                "stimulus.b.rate=20"));
    assertTrue(both.left.containsKey("figures/response_matrix"));
    assertTrue(both.number("b/active_neurons") > both.number("a/active_neurons"));
    String groups = String.valueOf(both.left.get("groups.csv"));
    assertTrue(groups.startsWith("condition,type,neurons,trials,rate_hz,ci_low,ci_high\n"), groups);
    assertTrue(groups.contains("\na,") && groups.contains("\nb,"), groups);
  }

  /** Who is driven without a config's saying so is driven no more where it says who. */
  @Test
  void ownStimuliTakeThePlaceOfTheBuiltInOne() {
    String[] one = with("simulation.trials=1", "simulation.duration=0.1");
    Opened builtIn = Opened.run(1, -1, one);
    String[] own =
        Stream.concat(Stream.of(one), Stream.of(DRIVEN.replace("sensory.", "sugar.")))
            .toArray(String[]::new);
    Opened sugar = Opened.run(1, -1, own);
    assertEquals(
        builtIn.summary.asMap().get("spike_hash"), sugar.summary.asMap().get("spike_hash"));
    assertTrue(String.valueOf(sugar.left.get("rates.csv")).contains("\nsugar,"));
  }

  /** A brain of files has no stimulus of its own: nothing would ever fire. */
  @Test
  void aBrainOfFilesHasToSayWhoIsDriven() throws IOException {
    Path table = dir.resolve("edges.csv");
    Files.writeString(table, "source,target,weight\nAVAL,AVAR,7\nAVAR,RIML,400\n");
    UserError error =
        assertThrows(UserError.class, () -> Opened.run(1, -1, with("wiring.connections=" + table)));
    assertTrue(error.lines().toString().contains("stimulus: is missing"), error.toString());
    Opened screen =
        Opened.run(
            1, -1, with("wiring.connections=" + table, "screen.activate=[\"AVA*\",\"RIML\"]"));
    assertEquals(0, screen.number("no stimulus/active_neurons"));
    assertEquals(3, screen.number("with AVA*/active_neurons"));
    Opened all =
        Opened.run(1, -1, with("wiring.connections=" + table, "stimulus.a.neurons=[\"*\"]"));
    assertTrue(all.notes.toString().contains("nobody is left to be read out in \"a\""));
    Opened none =
        Opened.run(
            1,
            -1,
            with(
                "wiring.connections=" + table,
                "wiring.min_synapses=500",
                "screen.activate=[\"AVAL\"]"));
    assertTrue(none.notes.toString().contains("no connection is left"), none.notes.toString());
  }

  /** Each stimulus has its own readout: what is not driven then. */
  @Test
  void theReadoutOfEachConditionLeavesOutWhatIsDrivenThen() {
    String[] muted =
        with(
            "simulation.trials=1",
            "simulation.stimuli=separately",
            "silence=[\"neuropil:module_01\"]",
            "stimulus.a.neurons=[\"1\"]",
            "stimulus.b.neurons=[\"2\", \"3\"]");
    Opened both = Opened.run(1, -1, muted);
    assertEquals(1, both.number("a/active_neurons"));
    assertEquals(2, both.number("b/active_neurons"));
    assertEquals(0, both.number("a/readout_hz"));
    assertEquals(0, both.number("b/readout_hz"), "only the driven fire");
  }

  /** An activated set whose spikes reach nobody has no effect, however much it fires. */
  @Test
  void aScreenDoesNotRankItsOwnDrive() {
    String[] muted =
        with(
            "simulation.trials=2",
            "silence=[\"module_01_excitatory\"]",
            "screen.silence=[\"pathway_001_layer_1\"]",
            "screen.activate=[\"module_01_excitatory\"]");
    String[] rows = String.valueOf(Opened.run(1, -1, muted).left.get("screen.csv")).split("\n");
    assertTrue(rows[1].startsWith("1,silence,pathway_001_layer_1,"), rows[1]);
    assertTrue(rows[2].contains(",0.0000,0.0000,0.0000"), rows[2]);
    String[] named =
        Stream.concat(Stream.of(muted), Stream.of("readout.neurons=[\"module_01_excitatory\"]"))
            .toArray(String[]::new);
    String notes = Opened.run(1, -1, named).notes.toString();
    assertTrue(notes.contains("are driven themselves in \"with module_01_excitatory\""), notes);
  }

  /** Spikes on the disk are by row; the table of rates says whose row it is. */
  @Test
  void rowsInTheTableAreThoseOfTheSpikes() {
    Opened run = Opened.run(1, -1, with("simulation.trials=1"));
    String[] rows = String.valueOf(run.left.get("rates.csv")).split("\n");
    assertTrue(rows[0].startsWith("condition,row,id,type,"), rows[0]);
    for (int k = 1; k < rows.length; k++) {
      String[] fields = rows[k].split(",");
      assertEquals(
          Integer.parseInt(fields[1]) + 1, Integer.parseInt(fields[2]), "ids count from 1");
    }
  }

  /**
   * The spikes of a long trial go to the disk in parts, not to the next checkpoint again, and are
   * all there, wherever it was interrupted.
   */
  @Test
  void aLongTrialLeavesItsSpikesInParts() {
    String[] settings = {"simulation.duration=3.9", "simulation.trials=2"};
    Opened whole = Opened.run(1, -1, settings);
    Opened plain = Opened.run(1, -1, 2, settings);
    for (long after = 1; after < 5; after++) {
      assertEquals(plain.left, Opened.run(2, after, 2, settings).left, "after " + after);
    }
    for (int trial = 1; trial <= 2; trial++) {
      String name = "spikes/condition_001_trial_000" + trial;
      int[] expected = requireNonNull(whole.arrays.get(name + ".npz")).ints("step");
      int at = 0;
      for (int part = 1; part <= 3; part++) {
        Arrays spikes = requireNonNull(plain.arrays.get(name + "_part_00" + part + ".npz"));
        for (int step : spikes.ints("step")) {
          assertEquals(expected[at++], step);
          assertEquals(part, 1 + step / 16_000, "two slices of 8000 steps a part");
        }
      }
      assertEquals(expected.length, at);
    }
    for (String file : new String[] {"rates.csv", "groups.csv", "figures/raster"}) {
      assertEquals(whole.left.get(file), plain.left.get(file), file);
    }
    assertEquals(whole.summary.asMap(), plain.summary.asMap());
    assertTrue(
        plain.pendingSaved < plain.number("spikes") / 2, plain.pendingSaved + " spikes saved");
  }

  /** Spikes and events of a row are those of ended trials and of those under way. */
  @Test
  void rowsOfMetricsCountTrialsUnderWay() {
    String[] settings = with("simulation.trials=2");
    long spikes = 0;
    long events = 0;
    for (homeostat.lab.Row row : Opened.rows(settings)) {
      long now = ((Number) java.util.Objects.requireNonNull(row.asMap().get("events"))).longValue();
      assertTrue(now > events, now + " events after " + events);
      events = now;
      long fired =
          ((Number) java.util.Objects.requireNonNull(row.asMap().get("spikes"))).longValue();
      assertTrue(fired > spikes, fired + " spikes after " + spikes);
      spikes = fired;
    }
    Opened whole = Opened.run(1, -1, settings);
    assertEquals(whole.number("events"), (double) events);
    assertEquals(whole.number("spikes"), (double) spikes);
  }

  @Test
  void aControlIsOneLine() {
    Opened measured = Opened.run(2, -1, SMALL);
    Opened control = Opened.run(2, -1, with("wiring.null=rewired"));
    assertNotEquals(measured.left.get("rates.csv"), control.left.get("rates.csv"));
    assertTrue(String.valueOf(control.left.get("brain.txt")).contains("null model: "));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("stimulus.sensory.neurons=[\"99999\"]", "no neuron has id 99999"),
        Arguments.of(
            "stimulus.sensory.neurons=[\"pathway_001_sensori\"]",
            "did you mean \"pathway_001_sensory\"?"),
        Arguments.of("silence=[\"neuropill:module_01\"]", "nothing is known of \"neuropill\""),
        Arguments.of("readout.by=typ", "did you mean \"type\"?"),
        Arguments.of("neuron.delay=0.09", "delay = 0.09 is shorter than a step of dt = 0.1"),
        Arguments.of("neuron.tau_membrane=5", "tau_membrane = 5.0 is not above"),
        Arguments.of("stimulus.sensory.rate=20000", "more than one event a step"),
        Arguments.of("stimulus.sensory.start=7", "is not before its end"),
        Arguments.of("wiring.unknown_sign=drop", "not with a generated brain"),
        Arguments.of("wiring.min_counted=before", "not with a generated brain"),
        Arguments.of("screen.silence=[\"6\",\" 6\"]", "the condition \"without 6\" twice"),
        Arguments.of("simulation.duration=0.00009", "is shorter than a step of 0.1 ms"),
        Arguments.of("neuron.synapse=1e307", "out of range"),
        Arguments.of("screen.rate=20", "goes with screen.activate, which is empty"),
        Arguments.of("simulation.precision=float32", "which the reference does not have"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsOneClearMessage(String setting, String says) {
    UserError error =
        assertThrows(
            UserError.class,
            () -> Opened.run(1, -1, DRIVEN, setting, "simulation.engine=reference"));
    assertEquals(1, error.lines().size(), error.lines().toString());
    assertTrue(error.lines().getFirst().contains(says), error.lines().toString());
    String key = setting.substring(0, setting.indexOf('='));
    assertTrue(
        error.lines().getFirst().contains(key.replace(".silence", "")), error.lines().toString());
  }

  @Test
  void wiringFromFilesIsPackedBesideThem() throws IOException {
    Path table = dir.resolve("connections.csv");
    Files.writeString(
        table,
        """
        pre_root_id,post_root_id,neuropil,syn_count,nt_type
        720575940624963786,720575940624963787,GNG,400,ACH
        720575940624963787,720575940624963788,GNG,400,GABA
        """);
    String[] settings =
        with("wiring.connections=" + table, "stimulus.sensory.neurons=[\"720575940624963786\"]");
    Opened first = Opened.run(1, -1, settings);
    assertTrue(Files.exists(dir.resolve("connections.csv.brain")), first.notes.toString());
    Opened second = Opened.run(1, -1, settings);
    assertEquals(first.left.get("rates.csv"), second.left.get("rates.csv"));
    assertTrue(String.valueOf(first.left.get("rates.csv")).contains(",720575940624963787,"));
    Path broken = dir.resolve("broken.brain");
    byte[] bytes = Files.readAllBytes(dir.resolve("connections.csv.brain"));
    bytes[100] ^= 1;
    Files.write(broken, bytes);
    RuntimeException error =
        assertThrows(
            RuntimeException.class,
            () -> Opened.run(1, -1, with(DRIVEN, "wiring.connections=" + broken)));
    assertTrue(String.valueOf(error.getMessage()).contains("broken.brain: is damaged"));
  }
}
