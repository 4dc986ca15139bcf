package homeostat.connectome;

import java.util.Arrays;
import java.util.List;

/** What the nodes of a connectome are called. */
public sealed interface Nodes {
  /** More nodes than any brain that is read has neurons. */
  int MOST = 20_000_000;

  /** Number of nodes. */
  int count();

  /** The name of a node, for people: its name, its id, or its number. */
  String label(int node);

  /** Nodes of different texts: 64-bit ids where all are different whole numbers, else names. */
  static Nodes of(List<String> texts) {
    boolean whole = !texts.isEmpty() && texts.stream().allMatch(text -> text.matches("\\d{1,18}"));
    long[] ids =
        whole ? texts.stream().mapToLong(Long::parseLong).distinct().toArray() : new long[0];
    return whole && ids.length == texts.size() ? new Identified(ids) : new Named(texts);
  }

  /** Nodes without names. */
  record Numbered(int count) implements Nodes {
    /** Checks the count. */
    public Numbered {
      if (count < 0) {
        throw new IllegalArgumentException("negative number of nodes: " + count);
      }
    }

    @Override
    public String label(int node) {
      return Integer.toString(node);
    }
  }

  /** Nodes with different names. */
  record Named(List<String> names) implements Nodes {
    /** Checks that the names differ. */
    public Named {
      names = List.copyOf(names);
      if (names.stream().distinct().count() != names.size()) {
        throw new IllegalArgumentException("node names repeat");
      }
    }

    @Override
    public int count() {
      return names.size();
    }

    @Override
    public String label(int node) {
      return names.get(node);
    }
  }

  /** Nodes with different 64-bit ids, kept as integers throughout (many exceed 2^53). */
  record Identified(long[] ids) implements Nodes {
    /** Checks that the ids differ. */
    public Identified {
      if (Arrays.stream(ids).distinct().count() != ids.length) {
        throw new IllegalArgumentException("node ids repeat");
      }
    }

    @Override
    public int count() {
      return ids.length;
    }

    @Override
    public String label(int node) {
      return Long.toString(ids[node]);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Identified that && Arrays.equals(ids, that.ids);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(ids);
    }
  }
}
