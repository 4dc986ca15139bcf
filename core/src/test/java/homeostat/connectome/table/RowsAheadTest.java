package homeostat.connectome.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RowsAheadTest {
  /** pre, post, count, first text, second text. */
  private static final PlainColumns COLUMNS = new PlainColumns(5, true, 0, 1, 2, true, 3, 4);

  private static final int ROWS = 30_000;

  @TempDir Path folder;

  /** Texts come first in the middle of blocks, long after the beginning. */
  private static String row(int k) {
    return k
        + ","
        + (k + 7L)
        + ","
        + k % 50
        + ",p"
        + k / 3000
        + ","
        + (k > 9999 ? "ACH" : "")
        + "\n";
  }

  private static String table(int rows) {
    StringBuilder all = new StringBuilder("pre,post,count,place,type\n");
    for (int k = 0; k < rows; k++) {
      all.append(row(k));
    }
    return all.toString();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("rows.csv"), text);
  }

  private static int readTo(RowsAhead rows, int most) {
    int seen = 0;
    for (Optional<RowBlock> next = rows.next();
        next.isPresent() && seen < most;
        next = rows.next()) {
      RowBlock block = next.get();
      NodeIndex nodes = new NodeIndex();
      block.number(nodes);
      for (int k = 0; k < block.size(); k++) {
        String second = rows.secondTexts().get(block.secondText(k));
        String found =
            nodes.id(block.sender(k))
                + ","
                + nodes.id(block.receiver(k))
                + ","
                + (int) block.weight(k)
                + ","
                + rows.firstTexts().get(block.firstText(k))
                + ","
                + second
                + "\n";
        assertEquals(row(seen), found);
        assertEquals("line " + (seen + 2), block.place(k).name());
        seen++;
      }
    }
    return seen;
  }

  @Test
  void everyRowComesInItsPlace() throws IOException {
    try (RowsAhead rows = new RowsAhead(file(table(ROWS)), COLUMNS)) {
      assertEquals(ROWS, readTo(rows, Integer.MAX_VALUE));
      assertFalse(rows.gaveUp());
      assertEquals(Optional.empty(), rows.next());
    }
    try (RowsAhead rows = new RowsAhead(file(table(0)), COLUMNS)) {
      assertEquals(Optional.empty(), rows.next());
      assertFalse(rows.gaveUp());
    }
  }

  @Test
  void rowsThatAreNotPlainEndIt() throws IOException {
    try (RowsAhead rows = new RowsAhead(file(table(ROWS) + "\"1\",2,3,x,y\n"), COLUMNS)) {
      assertEquals(ROWS, readTo(rows, Integer.MAX_VALUE));
      assertTrue(rows.gaveUp());
    }
  }

  @Test
  void itMayBeLeftInTheMiddle() throws IOException {
    Path file = file(table(10 * ROWS));
    for (int most : new int[] {0, 1, 10_000}) {
      try (RowsAhead rows = new RowsAhead(file, COLUMNS)) {
        assertTrue(readTo(rows, most) < 10 * ROWS);
      }
    }
    Files.delete(file); // nothing holds it open where that would matter
  }

  @Test
  void damageIsToldWithItsLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(table(10 * ROWS).getBytes(StandardCharsets.US_ASCII));
    }
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    Path file = Files.write(folder.resolve("rows.csv.gz"), cut);
    try (RowsAhead rows = new RowsAhead(file, COLUMNS)) {
      FormatException told =
          assertThrows(FormatException.class, () -> readTo(rows, Integer.MAX_VALUE));
      assertTrue(told.toString().contains("rows.csv.gz: line "), told.toString());
      assertTrue(told.toString().contains("cannot be read from here on"), told.toString());
      assertEquals(Optional.empty(), rows.next());
    }
  }
}
