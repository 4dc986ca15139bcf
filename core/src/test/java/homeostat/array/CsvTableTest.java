package homeostat.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Tables as the published connectomes come: names before positions, identifiers exact. */
class CsvTableTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), text);
  }

  private static void faulty(String message, Executable reading) {
    FormatException e = assertThrows(FormatException.class, reading);
    assertTrue(String.valueOf(e.getMessage()).endsWith(message), e.getMessage());
  }

  @Test
  void identifiersBeyondDoublesAreExact() throws IOException {
    Path path = file("pre_root_id,syn_count\n720575940621039145,7\n-9223372036854775808,+3\n");
    try (CsvTable table = CsvTable.open(path)) {
      int pre = table.column("pre", "pre_root_id");
      assertTrue(table.next());
      assertEquals(720575940621039145L, table.longAt(pre));
      assertEquals(7, table.intAt(table.column("syn_count")));
      assertTrue(table.next());
      assertEquals(Long.MIN_VALUE, table.longAt(pre));
      assertEquals(3.0, table.number(1));
      assertFalse(table.next());
      assertFalse(table.next());
    }
  }

  @Test
  void quotesBlanksMarksAndLineEnds() throws IOException {
    Path path =
        file(
            "\uFEFF Source ,\"Tar\"\"get\", Type\r\n\"a, b\r\nc\" ,  x y ,\t\r\n\r\n\" d \",,\"\"");
    try (CsvTable table = CsvTable.open(path)) {
      assertEquals(List.of("Source", "Tar\"get", "Type"), table.header());
      assertTrue(table.has("Type") && !table.has("type"));
      assertTrue(table.next());
      assertEquals("a, b\r\nc", table.text(0));
      assertEquals("x y", table.text(1));
      assertTrue(table.isEmpty(2));
      assertEquals(2, table.line());
      assertTrue(table.next());
      assertEquals("d", table.text(0));
      assertTrue(table.isEmpty(1) && table.isEmpty(2));
      assertEquals(5, table.line());
      assertFalse(table.next());
    }
  }

  @Test
  void tabsOldLineEndsAndGzip() throws IOException {
    Path path = folder.resolve("t.tsv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write("a\tb, c\t\rx y\t-1.5e-3\t4\r".getBytes(StandardCharsets.UTF_8));
    }
    try (CsvTable table = CsvTable.open(path)) {
      assertEquals(List.of("a", "b, c", ""), table.header());
      assertTrue(table.next());
      assertEquals("x y", table.text(0));
      assertEquals(-1.5e-3, table.number(1));
      assertEquals(4, table.longAt(2));
      assertFalse(table.next());
    }
  }

  @Test
  void withoutHeaderAndBeyondOneBuffer() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(", ").append(i / 8.0).append(",nan,-Inf\n");
    }
    try (CsvTable table = CsvTable.openWithoutHeader(file(text.toString()))) {
      assertEquals(0, table.width());
      for (int i = 0; i < 20_000; i++) {
        assertTrue(table.next());
        assertEquals(i, table.intAt(0));
        assertEquals(i / 8.0, table.number(1));
        assertEquals(i + 1, table.line());
      }
      assertEquals(4, table.width());
      assertTrue(Double.isNaN(table.number(2)));
      assertEquals(Double.NEGATIVE_INFINITY, table.number(3));
      assertFalse(table.next());
    }
  }

  @Test
  void mistakesNameLineAndColumn() throws IOException {
    Path path = file("id,weight\n1,x\n12.0,1d\n3000000000,\n1\n");
    try (CsvTable table = CsvTable.open(path)) {
      faulty(
          "line 1: there is no column 'pre' (nor a, b) among [id, weight]",
          () -> table.column("pre", "a", "b"));
      table.next();
      faulty("line 2, column 'weight': 'x' is not a number", () -> table.number(1));
      table.next();
      faulty("line 3, column 'id': '12.0' is not a whole number below 2^63", () -> table.longAt(0));
      faulty("line 3, column 'weight': '1d' is not a number", () -> table.number(1));
      table.next();
      faulty("line 4, column 'id': '3000000000' is beyond 32 bits", () -> table.intAt(0));
      faulty("line 4, column 'weight': '' is not a number", () -> table.number(1));
      faulty("line 5: has 1 fields where 2 are due", table::next);
    }
  }

  @Test
  void tablesThatAreNone() throws IOException {
    faulty(
        "line 1: the file is empty; a line of column names is due", () -> CsvTable.open(file("")));
    faulty(
        "line 1: column 'a' is there twice; rename one of them",
        () -> CsvTable.open(file("a,b,a\n")));
    faulty("line 2: a quote is opened and never closed", () -> readAll(file("a\n\"b,c")));
    faulty(
        "line 2: text follows a closing quote; double a quote within quotes",
        () -> readAll(file("a\n\"b\"c\n")));
    Path latin = Files.write(folder.resolve("l.csv"), new byte[] {'a', '\n', (byte) 0xE9, '\n'});
    assertThrows(FormatException.class, () -> readAll(latin));
    Path digits = file("a\n\u0661\u0662\n");
    try (CsvTable table = CsvTable.open(digits)) {
      table.next();
      assertThrows(FormatException.class, () -> table.longAt(0));
    }
    Path cut = folder.resolve("cut.csv.gz");
    Files.write(cut, new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThrows(FormatException.class, () -> CsvTable.open(cut));
    assertThrows(FormatException.class, () -> CsvTable.open(folder.resolve("absent.csv")));
  }

  private static void readAll(Path path) {
    try (CsvTable table = CsvTable.open(path)) {
      while (table.next()) {
        assertEquals(1, table.width());
      }
    }
  }
}
