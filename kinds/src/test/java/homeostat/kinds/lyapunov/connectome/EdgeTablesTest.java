package homeostat.kinds.lyapunov.connectome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.kinds.lyapunov.config.EdgesSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EdgeTablesTest {
  @TempDir Path dir;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  private static LabelledWiring read(
      Path connections, Optional<Path> neurons, List<String> regions, Optional<Integer> minimum) {
    return EdgeTables.read(
        new EdgesSection(Optional.of(connections), neurons, regions, minimum, false, true),
        connections);
  }

  /** Ids beyond 2^53 differ in their last digit; a cycle of three, and a fourth that only sends. */
  private static final String FLYWIRE =
      """
      pre_root_id,post_root_id,neuropil,syn_count,nt_type
      720575940600000001,720575940600000002,EB,4,ACH
      720575940600000001,720575940600000002,PB,3,ACH
      720575940600000002,720575940600000003,EB,9,GABA
      720575940600000003,720575940600000001,EB,6,GLUT
      720575940600000003,720575940600000003,EB,8,GLUT
      720575940600000001,720575940600000003,EB,2,ACH
      720575940600000004,720575940600000001,EB,7,DA
      """;

  @Test
  void flyWiresTableIsSummedOverRegionsThenThresholded() throws IOException {
    Path file = write("connections.csv", FLYWIRE);
    LabelledWiring all = read(file, Optional.empty(), List.of(), Optional.empty());
    assertEquals(3, all.neurons(), "the fourth is not in the component");
    assertEquals("720575940600000002", all.ids().get(1));
    assertArrayEquals(new double[] {0, 0, 6, 7, 0, 0, 0, 9, 0}, all.counts());
    assertEquals(List.of("acetylcholine", "gaba", "glutamate"), all.transmitters());
    assertTrue(all.told().contains("1 self-loops dropped"), all.told());
    LabelledWiring body = read(file, Optional.empty(), List.of("EB"), Optional.of(1));
    assertArrayEquals(new double[] {0, 0, 6, 4, 0, 0, 2, 9, 0}, body.counts());
  }

  @Test
  void aTableOfNeuronsChoosesAndLabelsThem() throws IOException {
    Path edges = write("edges.tsv", "pre\tpost\tweight\na\tb\t2\nb\ta\t1\nc\ta\t5\n");
    Path neurons =
        write(
            "neurons.csv",
            "id,sign,neurotransmitter,cell_body_fiber\nb,-1,gaba,PDM25\na,1,ACH,ADL09\n");
    LabelledWiring wiring = read(edges, Optional.of(neurons), List.of(), Optional.empty());
    assertEquals(List.of("b", "a"), wiring.ids());
    assertArrayEquals(new double[] {0, 2, 1, 0}, wiring.counts());
    assertArrayEquals(new int[] {0, 1}, wiring.excitatory());
    assertEquals(List.of("PDM25", "ADL09"), wiring.fibres());
    assertTrue(wiring.told().contains("1 of neurons not in their table"), wiring.told());
  }

  @Test
  void mistakesNameTheirLine() throws IOException {
    Path edges = write("e.csv", "bodyId_pre,bodyId_post,roi,weight\n1,2,EB,4\n2,1.5e9,EB,4\n");
    String said =
        assertThrows(
                FormatException.class,
                () -> read(edges, Optional.empty(), List.of(), Optional.empty()))
            .toString();
    assertTrue(said.contains("line 3") && said.contains("export ids as integers"), said);
    Path negative = write("n.csv", "pre,post,weight\n1,2,-4\n");
    said =
        assertThrows(
                FormatException.class,
                () -> read(negative, Optional.empty(), List.of(), Optional.empty()))
            .toString();
    assertTrue(said.contains("line 2") && said.contains("-4"), said);
    Path regions = write("r.csv", "pre,post,roi,weight\n1,2,EB,4\n2,1,EB,4\n");
    said =
        assertThrows(
                FormatException.class,
                () -> read(regions, Optional.empty(), List.of("EP"), Optional.empty()))
            .toString();
    assertTrue(said.contains("[EB]"), said);
  }
}
