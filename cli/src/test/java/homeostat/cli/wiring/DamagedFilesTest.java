package homeostat.cli.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.cli.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every format, damaged at random: each is read, or refused in one line that names it. */
class DamagedFilesTest {
  private static final int MUTANTS = 150;

  @TempDir Path folder;

  @BeforeEach
  void writeGoodFiles() throws IOException {
    text(
        "edges.csv",
        """
        pre,post,weight,type
        1,2,3,chemical
        2,1,0.5,electrical
        3,3,1,chemical
        """);
    text("names.tsv", "source\ttarget\tsign\n\"A, x\"\tB\t+\nB\tC\t-\n");
    text("plain.csv", "pre,post,weight\n" + "720575940600000001,72057594060000,7\n".repeat(9));
    text(
        "brain.csv",
        "pre_root_id,post_root_id,neuropil,syn_count,nt_type\n"
            + "1,2,AL_R,5,GABA\n2,1,LH_R,4,ACH\n3,1,LH_R,4,\n");
    text("matrix.csv", ",A,B,C\nA,0,1,0\nB,2,0,1e-3\nC,0,-1,0\n");
    text("numbers.csv", "0,1.5,0\n2,0,1\n0,7,0\n");
    text("market.mtx", "%%MatrixMarket matrix coordinate real symmetric\n3 3 2\n2 1 4\n3 2 1\n");
    text(
        "graph.graphml",
        "<?xml version='1.0'?><graphml><key id='w' for='edge' attr.name='weight'/>"
            + "<graph edgedefault='directed'><node id='a'/><node id='b'/>"
            + "<edge source='a' target='b'><data key='w'>2</data></edge></graph></graphml>");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(Files.readAllBytes(file("edges.csv")));
    }
    Files.write(file("edges.csv.gz"), packed.toByteArray());
    Npy.write(file("C_X.npy"), new NdArray.F8(new double[] {0, 1, 2, 0}, 2, 2));
    text("Names_X.txt", "V1\nMT\n");
    Npy.write(file("ND_X.npy"), new NdArray.F8(new double[] {3, 4}, 2));
    for (String out : new String[] {"sparse.npz", "packed.connectome", "dense.npy"}) {
      Shell.Result made = convert("matrix.csv", out);
      assertEquals(0, made.status(), made.err());
    }
  }

  private void text(String name, String content) throws IOException {
    Files.writeString(file(name), content);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Shell.Result convert(String from, String to) {
    return Shell.empty().run("connectome", "convert", file(from).toString(), "out=" + file(to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "edges.csv",
        "names.tsv",
        "plain.csv",
        "brain.csv",
        "matrix.csv",
        "numbers.csv",
        "market.mtx",
        "graph.graphml",
        "edges.csv.gz",
        "sparse.npz",
        "packed.connectome",
        "dense.npy",
        "C_X.npy",
        "ND_X.npy",
        "Names_X.txt"
      })
  void aDamagedFileIsReadOrRefusedInOneLine(String name) throws IOException {
    byte[] good = Files.readAllBytes(file(name));
    boolean regions = name.contains("X.");
    int refused = 0;
    for (int k = 0; k < MUTANTS; k++) {
      byte[] bad = damaged(good, new Random(31 * k + name.hashCode()));
      Files.write(file(name), bad);
      Shell.Result result =
          Shell.empty().run("connectome", "inspect", file(regions ? "C_X.npy" : name).toString());
      String which = "mutant " + k + " of " + name + ": " + result.err();
      assertTrue(result.status() == 0 || result.status() == 2, which);
      assertFalse(result.err().contains("Exception"), which);
      if (result.status() == 2) {
        refused++;
        assertEquals(1, result.err().lines().count(), which);
        assertTrue(result.err().contains(regions ? "X." : name), which);
      }
    }
    assertTrue(refused > MUTANTS / 10, refused + " refused");
  }

  /**
   * What a damaged packed file or archive is read as is what was written: sums guard the numbers.
   */
  @Test
  void noDamagePassesAChecksum() throws IOException {
    for (String name : new String[] {"packed.connectome", "sparse.npz"}) {
      byte[] good = Files.readAllBytes(file(name));
      convert(name, "good.npy");
      byte[] expected = Files.readAllBytes(file("good.npy"));
      for (int k = 0; k < MUTANTS; k++) {
        Files.write(file(name), damaged(good, new Random(k)));
        if (convert(name, "other.npy").status() == 0) {
          assertEquals(
              -1, Arrays.mismatch(expected, Files.readAllBytes(file("other.npy"))), "mutant " + k);
        }
      }
    }
  }

  private static byte[] damaged(byte[] good, Random random) {
    int at = random.nextInt(good.length);
    int length = 1 + random.nextInt(Math.min(12, good.length));
    int end = Math.min(good.length, at + length);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(good, at);
      case 1 -> {
        byte[] flipped = good.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 2 -> joined(good, at, new byte[0], end);
      case 3 -> joined(good, end, Arrays.copyOfRange(good, at, end), end);
      default -> {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        yield joined(good, at, random.nextBoolean() ? noise : digits(noise), end);
      }
    };
  }

  private static byte[] digits(byte[] noise) {
    byte[] letters = "0123456789.,-eE+\n\t\"<>/ nif".getBytes(StandardCharsets.US_ASCII);
    byte[] digits = new byte[noise.length];
    for (int k = 0; k < digits.length; k++) {
      digits[k] = letters[(noise[k] & 0xFF) % letters.length];
    }
    return digits;
  }

  private static byte[] joined(byte[] good, int to, byte[] middle, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(good, 0, to);
    out.writeBytes(middle);
    out.write(good, from, good.length - from);
    return out.toByteArray();
  }
}
