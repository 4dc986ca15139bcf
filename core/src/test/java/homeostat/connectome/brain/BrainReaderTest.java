package homeostat.connectome.brain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.connectome.Dropped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrainReaderTest {
  /** Ids that a double cannot tell apart. */
  private static final long A = 720575940624963786L;

  private static final long B = 720575940624963787L;
  private static final long C = 720575940624963788L;

  @TempDir Path folder;

  private Path write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, String.join("\n", lines) + "\n");
    return file;
  }

  private Path flywire() throws IOException {
    return write(
        "connections.csv",
        "pre_root_id,post_root_id,neuropil,syn_count,nt_type",
        A + "," + B + ",GNG,7,ACH",
        A + "," + B + ",AL_L,2,ACH",
        A + "," + C + ",GNG,3,ACH",
        B + "," + C + ",AL_L,9,GABA",
        B + "," + B + ",AL_L,4,GABA",
        C + "," + A + ",GNG,6,DA");
  }

  private static BrainFiles only(Path connections) {
    return new BrainFiles(connections, Optional.empty(), List.of());
  }

  private static List<String> edges(Brain brain) {
    List<String> edges = new ArrayList<>();
    for (int i = 0; i < brain.neurons(); i++) {
      for (int e = brain.rows().offsets()[i]; e < brain.rows().offsets()[i + 1]; e++) {
        long to = brain.ids().ids()[brain.rows().target(e)];
        edges.add((brain.ids().ids()[i] - A) + ">" + (to - A) + "=" + (int) brain.rows().weight(e));
      }
    }
    return edges;
  }

  @Test
  void flywireSumsNeuropilsAndTakesSignsFromSenders() throws IOException {
    Brain brain = BrainReader.read(only(flywire()), BrainOptions.defaults());
    assertArrayEquals(new long[] {A, B, C}, brain.ids().ids());
    assertEquals(List.of("0>1=9", "0>2=3", "1>1=-4", "1>2=-9", "2>0=6"), edges(brain));
    assertEquals("AL_L", brain.annotations().of("neuropil", 1));
    String told = brain.provenance().decisions().toString();
    assertTrue(told.contains("rows summed into an earlier one of the same neurons (1)"), told);
    assertTrue(told.contains("senders that excite by their transmitter (1)"), told);
    assertTrue(told.contains("senders that inhibit by their transmitter (1)"), told);
    assertTrue(told.contains("warning: senders whose transmitter is neither"), told);
    assertEquals(64, brain.provenance().sources().getFirst().sha256().length());
  }

  @Test
  void theMinimumHoldsBeforeOrAfterSumming() throws IOException {
    Path file = flywire();
    assertEquals(
        List.of("0>1=9", "1>2=-9", "2>0=6"),
        edges(
            BrainReader.read(
                only(file),
                new BrainOptions(
                    5, BrainOptions.Counted.AFTER, true, BrainOptions.Unknown.EXCITE))));
    Brain before =
        BrainReader.read(
            only(file),
            new BrainOptions(5, BrainOptions.Counted.BEFORE, true, BrainOptions.Unknown.EXCITE));
    assertEquals(List.of("0>1=7", "1>2=-9", "2>0=6"), edges(before));
    String told = before.provenance().decisions().toString();
    assertTrue(told.contains("rows of fewer than 5 synapses dropped (3)"), told);
  }

  @Test
  void selfLoopsAndUnknownSendersAreDroppedOnRequest() throws IOException {
    Brain brain =
        BrainReader.read(
            only(flywire()),
            new BrainOptions(1, BrainOptions.Counted.AFTER, false, BrainOptions.Unknown.DROP));
    assertEquals(List.of("0>1=9", "0>2=3", "1>2=-9"), edges(brain));
    FormatException refused =
        assertThrows(
            FormatException.class,
            () ->
                BrainReader.read(
                    only(flywire()),
                    new BrainOptions(
                        1, BrainOptions.Counted.AFTER, true, BrainOptions.Unknown.REFUSE)));
    assertTrue(
        String.valueOf(refused.getMessage()).contains(C + ": its transmitter 'da' has no sign"));
  }

  /** Who only receives needs no sign, nor does a sender of which no connection is kept. */
  @Test
  void onlySendersNeedASign() throws IOException {
    Path file =
        write(
            "connections.csv",
            "pre_root_id,post_root_id,neuropil,syn_count,nt_type",
            A + "," + B + ",GNG,7,ACH",
            C + "," + A + ",GNG,2,DA");
    Brain brain =
        BrainReader.read(
            only(file),
            new BrainOptions(5, BrainOptions.Counted.AFTER, true, BrainOptions.Unknown.REFUSE));
    assertEquals(List.of("0>1=7"), edges(brain));
    Brain all = BrainReader.read(only(file), BrainOptions.defaults());
    assertEquals(1, all.provenance().warnings().size());
    assertEquals(1, all.provenance().warnings().getFirst().count());
  }

  /**
   * Plain tables are read from their bytes, others by the reader of all tables: to the same brain.
   */
  @Test
  void tablesWithAndWithoutQuotesAreTheSame() throws IOException {
    Random random = new Random(4);
    String[] transmitters = {"ACH", "ach", "GABA", "DA", ""};
    List<String> rows = new ArrayList<>();
    rows.add("pre_root_id,post_root_id,neuropil,syn_count,nt_type");
    for (int k = 0; k < 3000; k++) {
      long sender = A + random.nextInt(60);
      rows.add(
          sender
              + ","
              + (A + random.nextInt(60))
              + ","
              + (k % 9 == 0 ? "" : "LAL " + random.nextInt(5))
              + ","
              + random.nextInt(12)
              + ","
              + transmitters[(int) (sender % transmitters.length)]);
    }
    Path plain = write("plain.csv", rows.toArray(String[]::new));
    rows.replaceAll(row -> row.replace("LAL 3", "\"LAL 3\""));
    Path quoted = write("quoted.csv", rows.toArray(String[]::new));
    for (BrainOptions.Counted when : BrainOptions.Counted.values()) {
      BrainOptions options = new BrainOptions(3, when, false, BrainOptions.Unknown.DROP);
      List<List<String>> told = List.of(new ArrayList<>(), new ArrayList<>());
      Brain one = BrainReader.read(only(plain), options, listening(told.get(0)));
      Brain other = BrainReader.read(only(quoted), options, listening(told.get(1)));
      assertEquals(one.ids(), other.ids());
      assertEquals(one.rows(), other.rows());
      assertEquals(one.annotations(), other.annotations());
      assertEquals(one.provenance().decisions(), other.provenance().decisions());
      assertEquals(told.get(0), told.get(1));
      assertEquals("LAL", one.annotations().of("neuropil", 0).substring(0, 3));
    }
  }

  private static Dropped listening(List<String> told) {
    return new Dropped() {
      @Override
      public void tell(Place place, String reason) {
        told.add(place.name() + " " + reason);
      }

      @Override
      public void again() {
        told.clear();
      }
    };
  }

  /** Whatever is left out is counted, and so is what is kept although it is unusual. */
  @Test
  void nothingIsLeftOutUncounted() throws IOException {
    Path file =
        write(
            "connections.csv",
            "pre_root_id,post_root_id,syn_count,nt_type",
            A + "," + B + ",0,ACH",
            A + "," + A + ",2,ACH",
            C + "," + A + ",2,DA",
            C + "," + B + ",5,DA");
    List<String> told = new ArrayList<>();
    Brain brain =
        BrainReader.read(
            only(file),
            new BrainOptions(0, BrainOptions.Counted.AFTER, true, BrainOptions.Unknown.DROP),
            (place, reason) -> told.add(reason));
    assertEquals(List.of("0>0=2"), edges(brain));
    assertEquals(3, told.size(), told.toString());
    String decisions = brain.provenance().decisions().toString();
    assertTrue(decisions.contains("connections of 0 synapses in all dropped (1)"), decisions);
    assertTrue(decisions.contains("their 2 connections are dropped (1)"), decisions);
    assertTrue(decisions.contains("rows from a neuron to itself kept (1)"), decisions);
    assertTrue(decisions.contains("rows of connections (4)"), decisions);
  }

  /** Counts that an int cannot hold are summed rightly, or told. */
  @Test
  void hugeCountsAreSummedOrTold() throws IOException {
    Path transmitters =
        write(
            "connections.csv",
            "pre_root_id,post_root_id,syn_count,nt_type",
            A + "," + B + ",2000000000,GABA",
            A + "," + C + ",2000000000,GABA",
            A + "," + A + ",5,ACH");
    Brain brain =
        BrainReader.read(
            only(transmitters),
            new BrainOptions(1, BrainOptions.Counted.AFTER, false, BrainOptions.Unknown.EXCITE));
    assertEquals(-4e9, -brain.rows().synapses());
    assertTrue(brain.rows().weight(0) < 0, "most synapses of A are GABA");
    Path twice =
        write(
            "connections.csv",
            "pre_root_id,post_root_id,syn_count",
            A + "," + B + ",2000000000",
            A + "," + B + ",2000000000");
    assertFault(twice, "from " + A + " to " + B, "4000000000 synapses");
  }

  @Test
  void tablesOfNeuronsGiveOrderTypesAndTransmitters() throws IOException {
    Path neurons =
        write(
            "neurons.csv",
            "root_id,group,nt_type",
            C + ",x,GLUT",
            A + ",x,ACH",
            B + ",y,ACH",
            (A + 9) + ",y,ACH");
    Path types =
        write(
            "consolidated_cell_types.csv", "root_id,primary_type,additional_type(s)", A + ",GRN,");
    Brain brain =
        BrainReader.read(
            new BrainFiles(flywire(), Optional.of(neurons), List.of(types)),
            BrainOptions.defaults());
    assertArrayEquals(new long[] {C, A, B, A + 9}, brain.ids().ids());
    assertTrue(edges(brain).contains("2>0=-6"), "the table of neurons says glutamate");
    assertTrue(edges(brain).contains("1>2=9"), "the table of neurons says acetylcholine");
    assertEquals("GRN", brain.annotations().of("type", 1));
    assertEquals("unknown", brain.annotations().of("type", 0));
  }

  /** Rows that say something of nobody, or say it again, are told, and warned of where all do. */
  @Test
  void annotationsThatFitNoNeuronAreTold() throws IOException {
    Path some =
        write("some.csv", "root_id,primary_type", A + ",GRN", A + ",other", (A + 7) + ",MN9");
    Path none = write("none.csv", "root_id,side", (A + 7) + ",left", (A + 8) + ",left");
    Brain brain =
        BrainReader.read(
            new BrainFiles(flywire(), Optional.empty(), List.of(some, none)),
            BrainOptions.defaults());
    String told = brain.provenance().decisions().toString();
    assertTrue(told.contains(" some.csv: neurons that this brain lacks (1)"), told);
    assertTrue(told.contains("some.csv: further rows of a neuron, whose first value counts (1)"));
    assertTrue(
        told.contains("warning: none.csv: none of its neurons is in this brain; is it of another"),
        told);
    assertTrue(brain.annotations().types(brain.neurons()).names().contains("GRN"));
  }

  @Test
  void hemibrainAndPublishedTables() throws IOException {
    Path rois =
        write(
            "traced-roi-connections.csv",
            "bodyId_pre,bodyId_post,roi,weight",
            A + "," + B + ",EB,5",
            A + "," + B + ",FB,6");
    assertEquals(List.of("0>1=11"), edges(BrainReader.read(only(rois), BrainOptions.defaults())));
    Path complete = write("completeness.csv", ",Completed", B + ",True", A + ",True");
    Path counts =
        write(
            "connectivity.csv",
            "Presynaptic_Index,Postsynaptic_Index,Excitatory x Connectivity",
            "0,1,-12",
            "1,0,20000");
    Brain published =
        BrainReader.read(
            new BrainFiles(counts, Optional.of(complete), List.of()), BrainOptions.defaults());
    assertEquals(List.of("1>0=-12", "0>1=20000"), edges(published));
    FormatException missing =
        assertThrows(
            FormatException.class, () -> BrainReader.read(only(counts), BrainOptions.defaults()));
    assertTrue(String.valueOf(missing.getMessage()).contains("name the table of neurons"));
  }

  @Test
  void countsBeyondAnEntryAreSplit() {
    RowBuilder rows = new RowBuilder(100_000, 4);
    rows.add(99_999, 40_000);
    rows.add(7, -20_000);
    rows.endRow();
    for (int i = 1; i < 100_000; i++) {
      rows.endRow();
    }
    SynapseRows built = rows.build();
    double sum = 0;
    for (int e = 0; e < built.entries().length; e++) {
      sum += built.target(e) == 99_999 ? built.weight(e) : 0;
    }
    assertEquals(40_000, sum);
    assertEquals(60_000, built.synapses());
    assertTrue(built.degree(0) > 2);
  }

  @Test
  void mistakesNameFileAndLine() throws IOException {
    Path doubles =
        write(
            "connections.csv",
            "pre_root_id,post_root_id,syn_count",
            A + "," + B + ",3",
            "7.20575940624963e+17," + B + ",3");
    assertFault(doubles, "line 3", "lost digits");
    assertFault(
        write(
            "connections.csv",
            "pre_root_id,post_root_id,syn_count",
            A + "," + B + ",3",
            A + ",-" + B + ",3"),
        "line 3",
        "is negative");
    assertFault(
        write("connections.csv", "pre_root_id,post_root_id,syn_count", A + "," + B + ",many"),
        "line 2",
        "'many' is not");
    assertFault(
        write("connections.csv", "pre_root_id,to,syn_count", A + "," + B + ",1"),
        "line 1",
        "post_root_id");
    assertFault(folder.resolve("connections.parquet"), "", "write it as CSV");
  }

  private void assertFault(Path file, String place, String part) throws IOException {
    if (!Files.exists(file)) {
      Files.writeString(file, "PAR1");
    }
    String message =
        String.valueOf(
            assertThrows(
                    FormatException.class,
                    () -> BrainReader.read(only(file), BrainOptions.defaults()))
                .getMessage());
    assertTrue(message.contains(file.toString()) && message.contains(place), message);
    assertTrue(message.contains(part), message);
  }
}
