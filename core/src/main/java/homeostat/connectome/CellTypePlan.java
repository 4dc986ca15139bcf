package homeostat.connectome;

import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many nodes of which cell type: proportions p_i that sum to 1. Counts are fixed by the
 * numbers; positions are shuffled.
 *
 * <p>{@link Counts#EXACT}: count_i of the N nodes by the method of largest remainders. With A
 * assemblies of S = floor(N / A) nodes, each assembly has floor(S p_i) or more of each type, and
 * what is left of a type is dealt out evenly over the assemblies. The N - A S nodes left over get a
 * type but no assembly.
 *
 * <p>{@link Counts#PUBLISHED}: round(N p_i), half to even, for all but the last type, which takes
 * the rest of N, or of A S with assemblies; each assembly gets floor(count_i / A) of each type,
 * slots that stay empty become type 0, and the population shrinks to A S nodes.
 *
 * @param names [type]
 * @param proportions [type] not negative, sum 1 within 1e-6
 * @param counts the rule
 */
public record CellTypePlan(List<String> names, List<Double> proportions, Counts counts) {

  /** The rule for counts that do not divide. */
  public enum Counts {
    /** Totals as close to the proportions as whole numbers can be, no node dropped. */
    EXACT,
    /** The counts of the published program. */
    PUBLISHED
  }

  /** Checks the proportions. */
  public CellTypePlan {
    names = List.copyOf(names);
    proportions = List.copyOf(proportions);
    if (names.isEmpty() || names.size() != proportions.size()) {
      throw new IllegalArgumentException(
          names.size() + " cell type names for " + proportions.size() + " proportions");
    }
    double sum = 0;
    for (double p : proportions) {
      if (!(p >= 0)) {
        throw new IllegalArgumentException("proportion " + p + " is negative");
      }
      sum += p;
    }
    if (!(Math.abs(sum - 1) <= 1e-6)) {
      throw new IllegalArgumentException(
          "proportions " + proportions + " sum to " + sum + "; they must sum to 1");
    }
  }

  /** With exact counts. */
  public static CellTypePlan exact(List<String> names, List<Double> proportions) {
    return new CellTypePlan(names, proportions, Counts.EXACT);
  }

  /** Nodes without assemblies. */
  public Population assign(int nodes, Stream stream) {
    int[] totals =
        counts == Counts.EXACT ? Apportionment.of(nodes, shares(nodes)) : rounded(nodes, nodes);
    int[] index = slots(totals, nodes);
    stream.draws().shuffle(index);
    return new Population(new CellTypes(names, index), Optional.empty(), Provenance.none());
  }

  /**
   * Nodes in contiguous assemblies of equal size.
   *
   * @param nodes number of nodes N
   * @param assemblies number of assemblies A, from 1 to N
   */
  public Population assign(int nodes, int assemblies, Stream stream) {
    if (assemblies < 1 || assemblies > nodes) {
      throw new IllegalArgumentException(
          assemblies + " assemblies of " + nodes + " nodes; 1 to " + nodes + " are possible");
    }
    return counts == Counts.EXACT
        ? exact(nodes, assemblies, stream)
        : published(nodes, assemblies, stream);
  }

  private Population exact(int nodes, int assemblies, Stream stream) {
    int size = nodes / assemblies;
    int over = nodes - size * assemblies;
    int[] base = Apportionment.floors(shares(size));
    int[] pool = Apportionment.of(nodes, shares(nodes));
    for (int type = 0; type < pool.length; type++) {
      pool[type] -= assemblies * base[type];
    }
    int[] overCounts = shareOf(pool, over);
    int[] index = new int[nodes];
    int[] spare = slots(difference(pool, overCounts), Arrays.stream(pool).sum() - over);
    int free = size - Arrays.stream(base).sum();
    for (int a = 0; a < assemblies; a++) {
      int[] members = slots(base, size);
      for (int slot = 0; slot < free; slot++) {
        members[size - 1 - slot] = spare[slot * assemblies + a];
      }
      place(members, index, a * size, stream.at(a));
    }
    place(slots(overCounts, over), index, size * assemblies, stream.at(assemblies));
    Provenance provenance = Provenance.none();
    if (over > 0) {
      provenance =
          provenance.warn(
              "neurons left over by "
                  + assemblies
                  + " assemblies of "
                  + size
                  + ": they belong to none",
              over);
    }
    return population(index, assemblies, size, provenance);
  }

  private Population published(int nodes, int assemblies, Stream stream) {
    int size = nodes / assemblies;
    int kept = size * assemblies;
    int[] perAssembly = rounded(nodes, kept);
    for (int type = 0; type < perAssembly.length; type++) {
      perAssembly[type] /= assemblies;
    }
    int[] index = new int[kept];
    for (int a = 0; a < assemblies; a++) {
      place(slots(perAssembly, size), index, a * size, stream.at(a));
    }
    Provenance provenance = Provenance.none();
    int empty = kept - assemblies * Arrays.stream(perAssembly).sum();
    if (empty > 0) {
      provenance = provenance.warn("empty slots filled with cell type " + names.get(0), empty);
    }
    if (kept < nodes) {
      provenance = provenance.warn("neurons dropped: assemblies of " + size, nodes - kept);
    }
    return population(index, assemblies, size, provenance);
  }

  private Population population(int[] index, int assemblies, int size, Provenance provenance) {
    int[] ids =
        IntStream.range(0, index.length).map(i -> i < assemblies * size ? i / size : -1).toArray();
    return new Population(
        new CellTypes(names, index), Optional.of(new Assemblies(assemblies, ids)), provenance);
  }

  /** [type] N p_i, with proportions that sum to 1 exactly. */
  private double[] shares(int nodes) {
    double sum = proportions.stream().mapToDouble(p -> p).sum();
    return proportions.stream().mapToDouble(p -> p * nodes / sum).toArray();
  }

  /** [type] round(N p_i) for all but the last type, which takes the rest of {@code total}. */
  private int[] rounded(int nodes, int total) {
    int[] counts = new int[proportions.size()];
    int rest = total;
    for (int type = 0; type < counts.length - 1; type++) {
      counts[type] = Math.min(rest, (int) Math.rint(proportions.get(type) * nodes));
      rest -= counts[type];
    }
    counts[counts.length - 1] = rest;
    return counts;
  }

  private static int[] shareOf(int[] pool, int seats) {
    double total = Arrays.stream(pool).sum();
    double[] quotas =
        Arrays.stream(pool).mapToDouble(n -> total == 0 ? 0 : n * (double) seats / total).toArray();
    return Apportionment.of(seats, quotas);
  }

  private static int[] difference(int[] a, int[] b) {
    return IntStream.range(0, a.length).map(i -> a[i] - b[i]).toArray();
  }

  /** [length] types in order; slots beyond the counts are type 0. */
  private static int[] slots(int[] counts, int length) {
    int[] slots = new int[length];
    int at = 0;
    for (int type = 0; type < counts.length; type++) {
      Arrays.fill(slots, at, at + counts[type], type);
      at += counts[type];
    }
    return slots;
  }

  private static void place(int[] members, int[] index, int at, Stream stream) {
    stream.draws().shuffle(members);
    System.arraycopy(members, 0, index, at, members.length);
  }
}
