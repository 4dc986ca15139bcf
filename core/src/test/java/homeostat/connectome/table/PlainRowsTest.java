package homeostat.connectome.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRowsTest {
  /** pre, post, count, text. */
  private static final PlainColumns COUNTS = new PlainColumns(4, true, 0, 1, 2, true, 3, -1);

  @TempDir Path folder;

  private PlainRows open(String rows, PlainColumns columns) throws IOException {
    return new PlainRows(Files.writeString(folder.resolve("rows.csv"), rows), columns);
  }

  /** Row by row "line: sender>receiver=weight text"; "gave up" at the end where it did. */
  private List<String> read(String rows, PlainColumns columns) throws IOException {
    List<String> read = new ArrayList<>();
    try (PlainRows plain = open(rows, columns)) {
      while (plain.next()) {
        String text =
            plain.firstText() < 0 ? "" : plain.firstTexts().from(plain.firstText()).getFirst();
        read.add(
            plain.line()
                + ": "
                + plain.sender()
                + ">"
                + plain.receiver()
                + "="
                + plain.weight()
                + " "
                + text);
      }
      if (plain.gaveUp()) {
        read.add("gave up");
      }
    }
    return read;
  }

  @Test
  void plainTablesOfAnyLineEndAreRead() throws IOException {
    List<String> expected = List.of("2: 1>2=3.0 AL", "3: 720575940600000001>1=0.0 L H");
    for (String end : List.of("\n", "\r\n")) {
      String rows = "a,b,c,d" + end + "1,2,3,AL" + end + "720575940600000001,1,0,L H";
      assertEquals(expected, read(rows, COUNTS));
      assertEquals(expected, read(rows + end, COUNTS));
      assertEquals(expected, read(rows.replace(',', '\t'), COUNTS));
    }
    PlainColumns bare = new PlainColumns(3, false, 1, 0, 2, false, -1, -1);
    assertEquals(List.of("1: 2>1=-0.5 ", "2: 4>3=1000.0 "), read("1,2,-.5\n3,4,1e3\n", bare));
    PlainColumns pairs = new PlainColumns(2, false, 0, 1, -1, false, -1, -1);
    assertEquals(List.of("1: 1>2=1.0 "), read("1,2", pairs));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1,2,3,x",
        "1,2,3.0,x",
        "1,2,-3,x",
        "1,2,,x",
        "1,,3,x",
        "1,2,3",
        "1,2,3,x,y",
        "1,2,3,\"x\"",
        "1,2,3, x",
        "1,2,3,x ",
        "1,2,3,\u00fc",
        "1, 2,3,x",
        "1234567890123456789,2,3,x",
        "1,2,2147483648,x",
        "A,2,3,x",
        "1\t2\t3\tx",
        "nan,2,3,x",
        "1,2,nan,x"
      })
  void anythingElseIsGivenUp(String row) throws IOException {
    assertEquals(
        List.of("2: 7>8=9.0 x", "gave up"),
        read("a,b,c,d\n7,8,9,x\n" + row + "\n1,2,3,x\n", COUNTS));
  }

  @Test
  void tooManyDifferentTextsAreNoLabels() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int k = 0; k < 4096; k++) {
      rows.append("1,2,3,text").append(k).append('\n');
    }
    String some = rows.toString();
    try (PlainRows plain = open("a,b,c,d\n" + some + some, COUNTS)) {
      int last = -1;
      int read = 0;
      while (plain.next()) {
        last = plain.firstText();
        read++;
      }
      assertFalse(plain.gaveUp());
      assertEquals(2 * 4096, read);
      assertEquals(4095, last);
      assertEquals(4096, plain.firstTexts().count());
    }
    assertEquals("gave up", read("a,b,c,d\n" + some + "1,2,3,another\n", COUNTS).getLast());
  }

  @Test
  void aLineThatNoTableHasIsGivenUp() throws IOException {
    String longest = "x".repeat(1 << 19);
    assertEquals(List.of("gave up"), read("a,b,c,d\n1,2,3," + longest + "\n", COUNTS));
    assertEquals(List.of("gave up"), read(longest + ",b,c,d\n1,2,3,x\n", COUNTS));
  }

  @Test
  void idsAreNumberedAsTheyCome() {
    NodeIndex index = new NodeIndex();
    for (int k = 0; k < 100_000; k++) {
      assertEquals(k % 50_000, index.number((long) (k % 50_000) << 20 ^ 0x5555));
    }
    assertEquals(50_000, index.count());
    assertTrue(index.has(0x5555) && !index.has(7));
    assertEquals(0x5555, index.id(0));
    long[] sorted = index.sorted();
    int[] places = index.places(sorted);
    for (int k = 0; k < 50_000; k += 77) {
      assertEquals(index.id(k), sorted[places[k]]);
    }
    assertArrayEquals(new long[] {0x5555}, java.util.Arrays.copyOf(index.ids(), 1));
  }
}
