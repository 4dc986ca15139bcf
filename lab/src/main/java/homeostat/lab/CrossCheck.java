package homeostat.lab;

import java.util.List;

/**
 * What came of computing the same in two ways.
 *
 * @param compared what was compared, one sentence
 * @param rows the table: rows of one set of names
 * @param verdict what follows from it, one sentence
 * @param agrees whether the ways agree within what they promise
 */
public record CrossCheck(String compared, List<Row> rows, String verdict, boolean agrees) {
  public CrossCheck {
    rows = List.copyOf(rows);
  }
}
