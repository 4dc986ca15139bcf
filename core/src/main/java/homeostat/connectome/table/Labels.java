package homeostat.connectome.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The few different texts of a column of millions of rows, numbered as they come. */
final class Labels {
  /** More than this are no labels. */
  private static final int MOST = 1 << 12;

  private final int[] table = new int[2 * MOST];
  private final List<byte[]> known = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /** The number of a text; -1 where it is not plain, or where there are too many. */
  int number(byte[] buffer, int from, int to) {
    if (to > from && (buffer[from] == ' ' || buffer[to - 1] == ' ')) {
      return -1;
    }
    int hash = to - from;
    for (int i = from; i < to; i++) {
      byte letter = buffer[i];
      if (letter < ' ' || letter == '"') {
        return -1;
      }
      hash = 31 * hash + letter;
    }
    int slot = ((hash * 0x9E3779B9) >>> 19) & (table.length - 1);
    for (int number = table[slot]; number != 0; number = table[slot]) {
      byte[] other = known.get(number - 1);
      if (Arrays.equals(other, 0, other.length, buffer, from, to)) {
        return number - 1;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    if (known.size() == MOST) {
      return -1;
    }
    known.add(Arrays.copyOfRange(buffer, from, to));
    texts.add(new String(buffer, from, to - from, StandardCharsets.US_ASCII));
    table[slot] = known.size();
    return known.size() - 1;
  }

  /** How many there are. */
  int count() {
    return texts.size();
  }

  /** The texts from a number on, as they are now; a text may be empty. */
  List<String> from(int number) {
    return List.copyOf(texts.subList(number, texts.size()));
  }
}
