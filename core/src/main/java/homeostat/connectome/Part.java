package homeostat.connectome;

import homeostat.kernel.Csr;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Some nodes of a connectome, with the connections among them. */
public final class Part {
  private Part() {}

  /**
   * The part of the nodes that are kept, in their order.
   *
   * @param what the decision, in words, for the provenance; its count is that of the nodes left out
   */
  public static Connectome of(Connectome whole, boolean[] kept, String what) {
    int[] old = IntStream.range(0, kept.length).filter(i -> kept[i]).toArray();
    int left = kept.length - old.length;
    if (left == 0) {
      return whole.withWeights(whole.weights(), whole.provenance().note(what, 0));
    }
    int[] types = pick(whole.types().index(), old);
    Csr weights = among(whole.weights(), kept, old);
    int lost = whole.weights().entries() - weights.entries();
    Provenance provenance = whole.provenance().note(what, left);
    return new Connectome(
        nodes(whole.nodes(), old),
        new CellTypes(whole.types().names(), types),
        weights,
        whole.assemblies().map(a -> new Assemblies(a.count(), pick(a.ids(), old))),
        whole.signs().map(s -> new Signs(pick(s.values(), old))),
        whole.positions().map(p -> places(p, old)),
        lost == 0 ? provenance : provenance.note("connections left out with their nodes", lost));
  }

  private static Nodes nodes(Nodes all, int[] old) {
    return switch (all) {
      case Nodes.Numbered _ -> new Nodes.Identified(Arrays.stream(old).asLongStream().toArray());
      case Nodes.Named n -> new Nodes.Named(Arrays.stream(old).mapToObj(n.names()::get).toList());
      case Nodes.Identified n ->
          new Nodes.Identified(Arrays.stream(old).mapToLong(i -> n.ids()[i]).toArray());
    };
  }

  private static int[] pick(int[] all, int[] old) {
    return Arrays.stream(old).map(i -> all[i]).toArray();
  }

  private static Positions places(Positions all, int[] old) {
    double[] coordinates = new double[3 * old.length];
    Arrays.setAll(coordinates, k -> all.coordinates()[3 * old[k / 3] + k % 3]);
    return new Positions(coordinates, all.unit());
  }

  private static Csr among(Csr all, boolean[] kept, int[] old) {
    int[] renamed = new int[kept.length];
    for (int i = 0; i < old.length; i++) {
      renamed[old[i]] = i;
    }
    EdgeBuffer edges = new EdgeBuffer();
    for (int i : old) {
      for (int e = all.offsets()[i]; e < all.offsets()[i + 1]; e++) {
        int j = all.columns()[e];
        if (kept[j]) {
          edges.add(renamed[i], renamed[j], all.values()[e]);
        }
      }
    }
    return edges.toCsr(old.length, old.length);
  }

  /** Without nodes that neither send nor receive; a node connected only to itself is kept. */
  public static Connectome connected(Connectome whole) {
    return of(whole, partnered(whole.weights()), "nodes without partners dropped");
  }

  /** [node] whether it sends or receives, be it to itself. */
  public static boolean[] partnered(Csr weights) {
    boolean[] found = new boolean[weights.rows()];
    for (int i = 0; i < found.length; i++) {
      found[i] |= weights.offsets()[i + 1] > weights.offsets()[i];
      for (int e = weights.offsets()[i]; e < weights.offsets()[i + 1]; e++) {
        found[weights.columns()[e]] = true;
      }
    }
    return found;
  }

  /**
   * The nodes with some labels.
   *
   * @param labels ids or names, as the file writes them
   * @param unmatched takes the labels that no node has
   */
  public static Connectome labelled(
      Connectome whole, List<String> labels, Consumer<String> unmatched) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < whole.size(); i++) {
      numbers.put(whole.nodes().label(i), i);
    }
    boolean[] kept = new boolean[whole.size()];
    int missing = 0;
    for (String label : labels) {
      Optional<Integer> number = Optional.ofNullable(numbers.get(label));
      if (number.isPresent()) {
        kept[number.get()] = true;
      } else {
        missing++;
        unmatched.accept(label);
      }
    }
    Connectome part = of(whole, kept, "nodes that the list does not name dropped");
    return missing == 0
        ? part
        : part.withWeights(
            part.weights(), part.provenance().warn("ids of the list that no node has", missing));
  }

  /**
   * The nodes of some cell types.
   *
   * @throws IllegalArgumentException naming a type that no node has
   */
  public static Connectome ofTypes(Connectome whole, List<String> types) {
    for (String type : types) {
      if (!whole.types().names().contains(type)) {
        throw new IllegalArgumentException(
            "no node is of type '" + type + "'; there are " + whole.types().names());
      }
    }
    boolean[] kept = new boolean[whole.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = types.contains(whole.types().names().get(whole.types().index()[i]));
    }
    return of(whole, kept, "nodes of other types than " + String.join(", ", types) + " dropped");
  }
}
