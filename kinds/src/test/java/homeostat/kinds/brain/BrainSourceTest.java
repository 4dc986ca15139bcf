package homeostat.kinds.brain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.array.Sha256;
import homeostat.connectome.brain.Brain;
import homeostat.connectome.brain.BrainFile;
import homeostat.kernel.Parallel;
import homeostat.kinds.brain.config.WiringSection;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of wiring do what they say with every source, or are refused. */
class BrainSourceTest {
  @TempDir Path dir;

  private static Brain brain(String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("stimulus.sensory.neurons=[\"1\"]");
    WiringSection wiring = Opened.config(all.toArray(String[]::new)).wiring();
    try (Parallel parallel = new Parallel(1)) {
      return BrainSource.of(wiring, 1, parallel, note -> {});
    }
  }

  private Path named() throws IOException {
    Path file = dir.resolve("edges.csv");
    Files.writeString(
        file, "source,target,weight\nAVAL,AVAR,7\nAVAL,AVAL,4\nAVAR,RIML,-2\nRIML,AVAL,5\n");
    return file;
  }

  @Test
  void generatedBrainsAreThinned() {
    Brain all = brain();
    Brain strong = brain("wiring.min_synapses=9");
    int kept = 0;
    for (int e = 0; e < all.rows().entries().length; e++) {
      kept += Math.abs(all.rows().weight(e)) >= 9 ? 1 : 0;
    }
    assertEquals(kept, strong.rows().entries().length);
    assertTrue(kept > 100 && kept < all.rows().entries().length);
    assertTrue(
        strong.provenance().decisions().toString().contains("fewer than 9 synapses dropped"));
  }

  @Test
  void connectomeFilesAreThinnedAndKeepTheirNames() throws IOException {
    String connections = "wiring.connections=" + named();
    Brain all = brain(connections);
    assertEquals(4, all.rows().entries().length);
    int first = new NeuronSets(all).select("silence", List.of("AVAL"))[0];
    assertEquals("AVAL", all.label(first));
    assertArrayEquals(
        new NeuronSets(all).select("x", List.of("name:AV*")),
        new NeuronSets(all).select("x", List.of("AVAL", "AVAR")));
    assertArrayEquals(
        new NeuronSets(all).select("x", List.of("AVAL", "AVAR")),
        new NeuronSets(all).select("x", List.of("AV*")));
    UserError unknown =
        assertThrows(UserError.class, () -> new NeuronSets(all).select("silence", List.of("AVAX")));
    assertEquals(
        List.of("silence: no neuron has name or type \"AVAX\"; did you mean \"AVAL\"?"),
        unknown.lines());
    Brain fewer = brain(connections, "wiring.min_synapses=3", "wiring.self_loops=false");
    assertEquals(2, fewer.rows().entries().length);
    String told = fewer.provenance().decisions().toString();
    assertTrue(told.contains("connections of a neuron to itself dropped (1)"), told);
    assertTrue(told.contains("connections of fewer than 3 synapses dropped (1)"), told);
  }

  @Test
  void aBrainHasNeurons() throws IOException {
    Path file = dir.resolve("empty.csv");
    Files.writeString(file, "pre_root_id,post_root_id,neuropil,syn_count,nt_type\n");
    UserError error = assertThrows(UserError.class, () -> brain("wiring.connections=" + file));
    assertEquals(
        List.of("wiring.connections: " + file + ": there is no neuron in it"), error.lines());
    Path other = dir.resolve("hello.csv");
    Files.writeString(other, "hello\n");
    FormatException fault =
        assertThrows(FormatException.class, () -> brain("wiring.connections=" + other));
    String told = String.valueOf(fault.getMessage());
    assertTrue(told.contains("no node"), told);
  }

  @Test
  void packedBrainsAreThinned() {
    Brain all = brain();
    Path file = dir.resolve("x.brain");
    BrainFile.write(file, all, Sha256.ofText("x"));
    assertEquals(all.rows(), brain("wiring.connections=" + file).rows());
    assertEquals(
        brain("wiring.min_synapses=9").rows(),
        brain("wiring.connections=" + file, "wiring.min_synapses=9").rows());
  }

  @Test
  void whatMeansSomethingOnlyInTablesIsRefusedElsewhere() throws IOException {
    Path table = named();
    List<String> settings = new ArrayList<>();
    settings.add("wiring.connections=" + table);
    settings.add("wiring.neurons=" + table);
    settings.add("wiring.annotations=[\"" + table + "\"]");
    settings.add("wiring.min_counted=before");
    settings.add("wiring.unknown_sign=refuse");
    UserError error = assertThrows(UserError.class, () -> brain(settings.toArray(String[]::new)));
    assertEquals(4, error.lines().size(), error.lines().toString());
    for (int k = 0; k < 4; k++) {
      String key = settings.get(k + 1).substring(0, settings.get(k + 1).indexOf('='));
      assertTrue(error.lines().get(k).startsWith(key + ": "), error.lines().toString());
      assertTrue(error.lines().get(k).contains("not with a connectome file"));
    }
  }
}
