package homeostat.connectome.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.kernel.Csr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphMlReaderTest {
  private static final String HEAD =
      """
      <?xml version='1.0'?>
      <graphml xmlns='http://graphml.graphdrawing.org/xmlns'>
      <key id='d0' for='edge' attr.name='weight' attr.type='double'/>
      <key id='d1' for='node' attr.name='name'/>
      """;

  @TempDir Path folder;

  private Connectome read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("wiring.graphml"), text);
    return ConnectomeReader.read(file, ReadOptions.defaults());
  }

  @Test
  void directedEdgesGoFromSourceToTargetWithTheirWeights() throws IOException {
    Connectome read =
        read(
            HEAD
                + "<graph edgedefault='directed'><node id='n1'><data key='d1'>V1</data></node>"
                + "<node id='n2'><data key='d1'>V2</data></node>"
                + "<edge source='n1' target='n2'><data key='d0'>2.5</data></edge>"
                + "<edge source='n2' target='n2'/></graph></graphml>");
    assertEquals(new Nodes.Named(List.of("V1", "V2")), read.nodes());
    assertEquals(
        new Csr(2, 2, new int[] {0, 1, 2}, new int[] {1, 1}, new float[] {2.5f, 1}),
        read.weights());
    assertTrue(read.provenance().toString().contains("edges without a weight"));
  }

  @Test
  void undirectedEdgesGoBothWaysAndIdsStayWhole() throws IOException {
    Connectome read =
        read(
            HEAD
                + "<graph edgedefault='undirected'><node id='720575940600000001'/>"
                + "<node id='720575940600000003'/>"
                + "<edge source='720575940600000003' target='720575940600000001'>"
                + "<data key='d0'>4</data></edge></graph></graphml>");
    assertArrayEquals(
        new long[] {720575940600000001L, 720575940600000003L},
        ((Nodes.Identified) read.nodes()).ids());
    assertEquals(read.weights(), read.weights().transpose());
    assertEquals(2, read.weights().entries());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<graph edgedefault='directed'><node id='a'/><node id='a'/></graph>| line 5:|there twice",
        "<graph><node id='a'/><edge source='a' target='b'/></graph>|line 5|'b' of an edge is no"
            + " node",
        "<graph><node id='a'/><edge source='a' target='a'><data key='d0'>x</data></edge></graph>"
            + "|line 5|'x', not a number",
        "<graph><node id='a'/><edge source='a' target='a'><data key='d0'>NaN</data></edge></graph>"
            + "|line 5|must be finite",
        "<graph><node id='a'/><edge source='a'/></graph>|line 5|no target",
        "<graph><node/></graph>|line 5|<node> has no id",
        "<graph><node id='a'>|line |is no whole GraphML",
        "''|line|holds no <graph>",
      })
  void mistakesAreToldWithTheirLine(String body, String place, String message) {
    String text = HEAD + body.replace("''", "") + "</graphml>";
    FormatException fault = assertThrows(FormatException.class, () -> read(text));
    String told = String.valueOf(fault.getMessage());
    assertTrue(told.contains(place.strip()) && told.contains(message), told);
    assertEquals(1, told.lines().count(), told);
  }

  @Test
  void nothingOutsideTheFileIsRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "hidden");
    String text =
        "<?xml version='1.0'?>\n<!DOCTYPE graphml [<!ENTITY x SYSTEM '"
            + secret.toUri()
            + "'>]>\n<graphml><graph><node id='&x;'/></graph></graphml>";
    FormatException fault = assertThrows(FormatException.class, () -> read(text));
    assertTrue(String.valueOf(fault.getMessage()).contains("document type"), fault.getMessage());
  }

  @Test
  void weightsOfOtherNamesAreFoundAndNoneIsTold() throws IOException {
    String body =
        "<graph><node id='a'/><node id='b'/><edge source='a' target='b'>"
            + "<data key='d0'>3</data></edge></graph></graphml>";
    Connectome count = read(HEAD.replace("'weight'", "'Syn_Count'") + body);
    assertEquals(3, count.weights().values()[0]);
    assertTrue(count.provenance().toString().contains("weight 'Syn_Count'"));
    Connectome none = read(HEAD.replace("'weight'", "'length'") + body);
    assertEquals(1, none.weights().values()[0]);
    assertTrue(none.provenance().warnings().getFirst().what().contains("[length]"));
  }
}
