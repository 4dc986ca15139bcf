package homeostat.connectome.measure;

import homeostat.kernel.Csr;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A partition of the nodes into connected components.
 *
 * @param of [node] number of its component
 * @param count number of components
 */
public record Components(int[] of, int count) {

  /** Components that hang together when directions are ignored, numbered by their first node. */
  public static Components weak(Csr wiring) {
    int[] parent = new int[wiring.rows()];
    Arrays.setAll(parent, i -> i);
    for (int i = 0; i < wiring.rows(); i++) {
      for (int e = wiring.offsets()[i]; e < wiring.offsets()[i + 1]; e++) {
        int a = root(parent, i);
        int b = root(parent, wiring.columns()[e]);
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
    int[] of = new int[parent.length];
    int count = 0;
    for (int i = 0; i < of.length; i++) {
      int root = root(parent, i);
      of[i] = root == i ? count++ : of[root];
    }
    return new Components(of, count);
  }

  private static int root(int[] parent, int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /**
   * Components in which every node reaches every other: Tarjan, "Depth-first search and linear
   * graph algorithms", SIAM J. Comput. 1 (1972), without recursion. Numbered in reverse topological
   * order.
   */
  public static Components strong(Csr wiring) {
    int n = wiring.rows();
    int[] of = new int[n];
    Arrays.fill(of, -1);
    int[] found = new int[n];
    int[] low = new int[n];
    int[] next = Arrays.copyOf(wiring.offsets(), n);
    int[] stack = new int[n];
    int[] path = new int[n];
    int held = 0;
    int time = 0;
    int count = 0;
    for (int start = 0; start < n; start++) {
      if (found[start] != 0) {
        continue;
      }
      int depth = 0;
      path[0] = start;
      stack[held++] = start;
      found[start] = low[start] = ++time;
      while (depth >= 0) {
        int i = path[depth];
        if (next[i] < wiring.offsets()[i + 1]) {
          int j = wiring.columns()[next[i]++];
          if (found[j] == 0) {
            found[j] = low[j] = ++time;
            stack[held++] = j;
            path[++depth] = j;
          } else if (of[j] < 0) {
            low[i] = Math.min(low[i], found[j]);
          }
          continue;
        }
        if (low[i] == found[i]) {
          int member;
          do {
            member = stack[--held];
            of[member] = count;
          } while (member != i);
          count++;
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[i]);
        }
      }
    }
    return new Components(of, count);
  }

  /** [component] number of nodes. */
  public int[] sizes() {
    int[] sizes = new int[count];
    for (int component : of) {
      sizes[component]++;
    }
    return sizes;
  }

  /** Number of nodes of the largest component; 0 without nodes. */
  public int largest() {
    return Arrays.stream(sizes()).max().orElse(0);
  }

  /** [node] whether it is in the largest component; in the first of equals. */
  public boolean[] inLargest() {
    int[] sizes = sizes();
    int best = IntStream.range(0, count).reduce(0, (a, b) -> sizes[b] > sizes[a] ? b : a);
    boolean[] in = new boolean[of.length];
    for (int i = 0; i < in.length; i++) {
      in[i] = of[i] == best;
    }
    return in;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Components that && count == that.count && Arrays.equals(of, that.of);
  }

  @Override
  public int hashCode() {
    return 31 * count + Arrays.hashCode(of);
  }
}
