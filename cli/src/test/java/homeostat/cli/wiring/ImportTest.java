package homeostat.cli.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.cli.Shell;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  private static final int ROWS = 15_000_000;
  private static final int NEURONS = 138_000;

  @TempDir Path folder;

  private Shell.Result run(String... arguments) {
    return Shell.empty().run(arguments);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void everyDecisionIsPrintedAndTheSecondTimeTheCopyIsRead() throws IOException {
    Path edges = file("e.csv", "pre,post,weight\n7,9,2\n9,9,5\n9,7,1\n7,9,1\n");
    Path list = folder.resolve("dropped.csv");
    Shell.Result first =
        run("connectome", "import", edges.toString(), "self_loops=false", "dropped=" + list);
    assertEquals(0, first.status(), first.err());
    assertTrue(first.out().contains("2 nodes, 2 connections, read in"), first.out());
    assertTrue(first.out().contains("self-loops dropped, the first at line 3 (1)"), first.out());
    assertTrue(first.out().contains("duplicate connections summed"), first.out());
    assertEquals("place,reason\nline 3,self-loops\n", Files.readString(list));
    Shell.Result second = run("connectome", "import", edges.toString(), "self_loops=false");
    assertTrue(second.out().contains("from the packed copy"), second.out());
    assertTrue(second.out().contains("self-loops dropped, the first at line 3 (1)"), second.out());
    Shell.Result other = run("connectome", "import", edges.toString());
    assertTrue(other.out().contains("3 connections, read in"), other.out());
    Shell.Result packed = run("connectome", "inspect", edges + ".connectome");
    assertTrue(packed.out().contains("connections      3"), packed.out());
  }

  @Test
  void transmittersOfTheSenderGiveTheSigns() throws IOException {
    Path edges =
        file(
            "connections.csv",
            """
            pre_root_id,post_root_id,neuropil,syn_count,nt_type
            720575940600000001,720575940600000002,AL_R,5,GABA
            720575940600000001,720575940600000002,LH_R,2,GABA
            720575940600000002,720575940600000001,AL_R,4,ACH
            """);
    Path out = folder.resolve("edges.csv");
    Path types = file("types.csv", "root_id,primary_type\n720575940600000001,PN\n");
    Shell.Result made =
        run("connectome", "import", edges.toString(), "annotations=" + types, "out=" + out);
    assertEquals(0, made.status(), made.err());
    assertEquals(
        """
        pre,post,weight
        720575940600000001,720575940600000002,-7.0
        720575940600000002,720575940600000001,4.0
        """,
        Files.readString(out));
    Path list = folder.resolve("dropped.csv");
    run("connectome", "import", edges.toString(), "minimum=5", "dropped=" + list);
    assertEquals(
        "place,reason\n720575940600000002 to 720575940600000001,"
            + "connections of fewer than 5 synapses\n",
        Files.readString(list));
    Path part = folder.resolve("part.connectome");
    Shell.Result some =
        run(
            "connectome",
            "import",
            edges.toString(),
            "annotations=" + types,
            "cell_type=PN",
            "out=" + part);
    assertEquals(0, some.status(), some.err());
    assertTrue(some.out().contains("nodes of other types than PN dropped (1)"), some.out());
  }

  /** The copy knows all tables and decisions; the tables are not read again for nothing. */
  @Test
  void theCopyOfSeveralTablesIsReadWhileAllOfThemStay() throws IOException {
    Path edges =
        file(
            "connections.csv",
            "pre_root_id,post_root_id,syn_count,nt_type\n1,2,5,GABA\n2,1,4,ACH\n");
    Path neurons = file("neurons.csv", "root_id,nt_type\n1,GABA\n2,ACH\n3,ACH\n");
    Path types = file("types.csv", "root_id,primary_type\n1,PN\n2,LN\n");
    String[] all = {
      "connectome", "import", edges.toString(), "neurons=" + neurons, "annotations=" + types
    };
    assertTrue(run(all).out().contains("3 nodes, 2 connections, read in"));
    assertTrue(run(all).out().contains("3 nodes, 2 connections, from the packed copy"));
    Shell.Result alone = run("connectome", "inspect", edges.toString());
    assertTrue(alone.out().contains("nodes            2"), alone.out());
    assertTrue(alone.out().contains("packed copy not used"), alone.out());
    assertTrue(run("connectome", "inspect", edges + ".connectome").out().contains("PN"));
    Files.writeString(types, "root_id,primary_type\n1,PN\n2,KC\n");
    Files.setLastModifiedTime(types, FileTime.fromMillis(12345));
    Shell.Result again = run(all);
    assertTrue(again.out().contains("read in"), again.out());
    Shell.Result strict = run("connectome", "import", edges.toString(), "minimum=5");
    assertTrue(strict.out().contains("2 nodes, 1 connections, read in"), strict.out());
    assertTrue(run(all).out().contains("read in"), "the copy of other decisions");
  }

  @Test
  void regionsTakeEveryDecisionToo() throws IOException {
    Shell.Result made =
        run("connectome", "import", "macaque-like", "out=" + folder.resolve("m.npz"));
    assertEquals(0, made.status(), made.err());
    assertTrue(
        made.out().contains("macaque-like: 29 nodes, 536 connections, generated"), made.out());
    assertTrue(made.out().contains("generated, not measured"), made.out());
    assertFalse(Files.exists(Path.of("macaque-like.connectome")));
    Npy.write(folder.resolve("C_X.npy"), new NdArray.F8(new double[] {0.5, 2, 0.25, 0}, 2, 2));
    String regions = folder.resolve("C_X.npy").toString();
    Path list = folder.resolve("dropped.csv");
    Shell.Result some =
        run("connectome", "import", regions, "self_loops=false", "minimum=1", "dropped=" + list);
    assertTrue(some.out().contains("2 nodes, 1 connections"), some.out());
    assertEquals(
        "place,reason\n0 to 0,self-loops\n1 to 0,connections below the minimum of 1.0\n",
        Files.readString(list));
    for (String idle :
        List.of("types=x", "header=absent", "layout=edges", "array=W", "unknown=drop")) {
      Shell.Result refused = run("connectome", "import", regions, idle);
      assertEquals(2, refused.status(), idle + refused.out());
      assertTrue(refused.err().contains("no effect"), refused.err());
    }
    Shell.Result tables = run("connectome", "import", regions, "neurons=" + list);
    assertTrue(tables.err().contains("not with regions"), tables.err());
    Shell.Result turned =
        run("connectome", "import", "fly-like", "orientation=columns_are_senders");
    assertTrue(turned.err().contains("leave orientation out"), turned.err());
  }

  @Test
  void listsWithoutALineOfNames() throws IOException {
    Path edges = file("e.csv", "0,1,0.5\n1,2,0.25\n2,0,1\n");
    Shell.Result matrix = run("connectome", "import", edges.toString());
    assertTrue(matrix.out().contains("warning: lines read as a matrix"), matrix.out());
    Shell.Result list = run("connectome", "import", edges.toString(), "layout=edges");
    assertTrue(list.out().contains("3 nodes, 3 connections, read in"), list.out());
    Shell.Result seen = run("connectome", "inspect", edges.toString(), "layout=edges");
    assertTrue(seen.out().contains("connections      3"), seen.out());
    assertFalse(seen.out().contains("packed copy not used"), seen.out());
  }

  @Test
  void partsOfAFile() throws IOException {
    Path edges = file("e.csv", "pre,post,weight\n1,2,1\n2,1,1\n2,3,1\n4,4,0\n");
    Path ids = file("ids.txt", "1\n3\n99\n");
    Path out = folder.resolve("part.csv");
    Shell.Result largest =
        run("connectome", "import", edges.toString(), "component=largest", "out=" + out);
    assertEquals(0, largest.status(), largest.err());
    assertEquals("pre,post,weight\n1,2,1.0\n2,1,1.0\n", Files.readString(out));
    Shell.Result listed = run("connectome", "import", edges.toString(), "ids=" + ids, "out=" + out);
    assertTrue(listed.out().contains("no node 99"), listed.out());
    assertTrue(listed.out().contains("warning: ids of the list that no node has (1)"));
    Shell.Result none = run("connectome", "import", edges.toString(), "ids=" + edges, "out=" + out);
    assertTrue(none.err().contains("names no node of"), none.err());
    Shell.Result misspelt =
        run("connectome", "import", edges.toString(), "cell_type=neurn", "out=" + out);
    assertTrue(misspelt.err().contains("did you mean 'neuron'?"), misspelt.err());
    Shell.Result same = run("connectome", "import", edges.toString(), "out=" + edges);
    assertTrue(same.err().contains("is the file that is read"), same.err());
    Shell.Result nowhere = run("connectome", "import", edges.toString(), "component=largest");
    assertEquals(2, nowhere.status());
    assertTrue(nowhere.err().contains("out=FILE.connectome"), nowhere.err());
  }

  @Test
  void mistakesAreOneLine() throws IOException {
    Path edges = file("e.csv", "pre,post,weight\n7,9,2\n");
    for (String bad :
        List.of(
            "minimum=-1",
            "counted=never",
            "signed=maybe",
            "layout=list",
            "minium=3",
            "unknown=guess")) {
      Shell.Result result = run("connectome", "import", edges.toString(), bad);
      assertEquals(2, result.status(), bad);
      assertEquals(1, result.err().lines().count(), result.err());
      assertTrue(result.err().contains(bad.substring(0, bad.indexOf('='))), result.err());
    }
  }

  /**
   * Through a process of its own with 1.5 GB of heap, as a user would; times on an idle machine.
   */
  @Test
  void fifteenMillionRowsAreReadInSecondsWithinTwoGigabytes() throws Exception {
    Path rows = folder.resolve("rows.csv");
    long sum = write(rows);
    boolean idle =
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()
            < 0.5 * Runtime.getRuntime().availableProcessors();
    double read = seconds(rows, "read in");
    double again = seconds(rows, "from the packed copy in");
    assertFalse(idle && read > 5, read + " s");
    assertFalse(idle && again > 0.3, again + " s");
    assertTrue(sum > ROWS);
  }

  private double seconds(Path rows, String how) throws Exception {
    Path out = folder.resolve("out.txt");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-Xmx1500m",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                "homeostat.cli.Main",
                "connectome",
                "import",
                rows.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertTrue(child.waitFor(3, TimeUnit.MINUTES));
    String told = Files.readString(out);
    assertEquals(0, child.exitValue(), told);
    assertTrue(told.contains("connections read (" + ROWS + ")"), told);
    Matcher time = Pattern.compile(how + " ([0-9.]+) s").matcher(told);
    assertTrue(time.find(), told);
    return Double.parseDouble(time.group(1));
  }

  /** Writes rows {@code pre,post,count} of 6 to 9 digits; gives the sum of the counts. */
  private static long write(Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    long sum = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("pre,post,count\n".getBytes(StandardCharsets.US_ASCII));
      byte[] block = new byte[1 << 20];
      int at = 0;
      for (int k = 0; k < ROWS; k++) {
        int count = 1 + random.nextInt(20);
        sum += count;
        at = number(block, at, 200_000_000L + (long) k * NEURONS / ROWS, ',');
        at = number(block, at, 200_000_000L + random.nextInt(NEURONS), ',');
        at = number(block, at, count, '\n');
        if (at > block.length - 64) {
          out.write(block, 0, at);
          at = 0;
        }
      }
      out.write(block, 0, at);
    }
    return sum;
  }

  private static int number(byte[] block, int from, long value, char end) {
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = value;
    for (int i = from + digits - 1; i >= from; i--) {
      block[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    block[from + digits] = (byte) end;
    return from + digits + 1;
  }
}
