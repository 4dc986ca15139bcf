package homeostat.connectome.table;

import homeostat.connectome.Dropped;
import java.util.List;

/**
 * Some rows of a table at a time. Ids are numbered block by block: looking up one after the other,
 * with nothing between, lets the processor wait for many of them at once.
 */
public final class RowBlock {
  private static final int ROWS = 1 << 12;

  private final long[] senderIds = new long[ROWS];
  private final long[] receiverIds = new long[ROWS];
  private final double[] weights = new double[ROWS];
  private final int[] firstTexts = new int[ROWS];
  private final int[] secondTexts = new int[ROWS];
  private final long[] lines = new long[ROWS];
  private final int[] senders = new int[ROWS];
  private final int[] receivers = new int[ROWS];
  private final Dropped.Place here = () -> "line " + lines[at()];
  private List<String> newFirstTexts = List.of();
  private List<String> newSecondTexts = List.of();
  private int size;
  private int current;

  /** Takes the next rows; false if there is none. */
  boolean fill(PlainRows rows) {
    size = 0;
    int firstKnown = rows.firstTexts().count();
    int secondKnown = rows.secondTexts().count();
    while (size < ROWS && rows.next()) {
      senderIds[size] = rows.sender();
      receiverIds[size] = rows.receiver();
      weights[size] = rows.weight();
      firstTexts[size] = rows.firstText();
      secondTexts[size] = rows.secondText();
      lines[size++] = rows.line();
    }
    newFirstTexts = rows.firstTexts().from(firstKnown);
    newSecondTexts = rows.secondTexts().from(secondKnown);
    return size > 0;
  }

  void clear() {
    size = 0;
  }

  /** Texts that came first in this block. */
  List<String> newFirstTexts() {
    return newFirstTexts;
  }

  /** Texts that came first in this block. */
  List<String> newSecondTexts() {
    return newSecondTexts;
  }

  /** Numbers the ends of all rows, row by row, the sender first. */
  public void number(NodeIndex nodes) {
    for (int k = 0; k < size; k++) {
      senders[k] = nodes.number(senderIds[k]);
      receivers[k] = nodes.number(receiverIds[k]);
    }
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** The sender's number. */
  public int sender(int row) {
    return senders[row];
  }

  /** The receiver's number. */
  public int receiver(int row) {
    return receivers[row];
  }

  /** The weight. */
  public double weight(int row) {
    return weights[row];
  }

  /** Which of the first texts a row has; -1 without such a column. */
  public int firstText(int row) {
    return firstTexts[row];
  }

  /** Which of the second texts a row has; -1 without such a column. */
  public int secondText(int row) {
    return secondTexts[row];
  }

  /** Where a row stands, to be asked for before the next one. */
  public Dropped.Place place(int row) {
    current = row;
    return here;
  }

  private int at() {
    return current;
  }
}
