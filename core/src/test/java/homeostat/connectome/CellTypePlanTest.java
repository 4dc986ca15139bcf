package homeostat.connectome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.connectome.CellTypePlan.Counts;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTypePlanTest {
  private static final Stream STREAM = Stream.of(7, "test");

  /** The rows of the golden case cell_type_counts; 0 assemblies stands for none. */
  @ParameterizedTest
  @CsvSource({
    "5000, 0.8 0.2, 20, 5000, 4000 1000, 200 50",
    "1000, 0.8 0.2, 0, 1000, 800 200, ",
    "1500, 1.0, 0, 1500, 1500, ",
    "103, 0.75 0.25, 5, 100, 80 20, 16 4",
    "47, 0.5 0.3 0.2, 0, 47, 24 14 9, ",
    "300, 0.5 0.3 0.2, 7, 294, 161 84 49, 23 12 7",
  })
  void publishedCounts(
      int neurons, String proportions, int assemblies, int length, String counts, String each) {
    Population population =
        assign(plan(proportions, Counts.PUBLISHED), neurons, assemblies, STREAM);
    assertEquals(length, population.size());
    assertArrayEquals(numbers(counts), population.types().counts());
    for (int a = 0; a < assemblies; a++) {
      assertArrayEquals(numbers(each), countsOf(population, a), "assembly " + a);
    }
  }

  @Test
  void exactCountsDropNoNeuronAndBalanceAssemblies() {
    Draws random = Stream.of(1, "exact-counts").draws();
    for (int trial = 0; trial < 500; trial++) {
      int neurons = 1 + random.integer(400);
      int assemblies = 1 + random.integer(neurons);
      List<Double> proportions = randomProportions(random, 1 + random.integer(5));
      String what = neurons + " neurons, " + assemblies + " assemblies, " + proportions;
      Population population =
          CellTypePlan.exact(names(proportions.size()), proportions)
              .assign(neurons, assemblies, STREAM);
      assertEquals(neurons, population.size(), what);
      int[] counts = population.types().counts();
      for (int type = 0; type < counts.length; type++) {
        assertTrue(Math.abs(counts[type] - neurons * proportions.get(type)) < 1 + 1e-9, what);
      }
      int size = neurons / assemblies;
      int[] least = countsOf(population, 0);
      int[] most = countsOf(population, 0);
      for (int a = 0; a < assemblies; a++) {
        int[] inside = countsOf(population, a);
        assertEquals(size, Arrays.stream(inside).sum(), what);
        for (int type = 0; type < inside.length; type++) {
          least[type] = Math.min(least[type], inside[type]);
          most[type] = Math.max(most[type], inside[type]);
        }
      }
      for (int type = 0; type < least.length; type++) {
        assertTrue(most[type] - least[type] <= 1, what + ": type " + type + " is unbalanced");
      }
      int over = countsOf(population, -1).length == 0 ? 0 : neurons - size * assemblies;
      assertEquals(over, Arrays.stream(countsOf(population, -1)).sum(), what);
      assertEquals(over > 0 ? 1 : 0, population.provenance().warnings().size(), what);
    }
  }

  @Test
  void exactDivisionGivesThePublishedCounts() {
    Population exact = assign(plan("0.8 0.2", Counts.EXACT), 5000, 20, STREAM);
    assertArrayEquals(new int[] {4000, 1000}, exact.types().counts());
    for (int a = 0; a < 20; a++) {
      assertArrayEquals(new int[] {200, 50}, countsOf(exact, a));
    }
    assertTrue(exact.provenance().warnings().isEmpty());
  }

  @Test
  void publishedCountsWarnOfWhatTheyDrop() {
    Population population = assign(plan("0.75 0.25", Counts.PUBLISHED), 103, 5, STREAM);
    assertEquals(
        List.of(5L, 3L),
        population.provenance().warnings().stream().map(Provenance.Decision::count).toList());
  }

  @Test
  void positionsAreShuffledBySeedAndAssembly() {
    CellTypePlan plan = plan("0.5 0.5", Counts.EXACT);
    Population one = assign(plan, 200, 2, STREAM);
    assertEquals(one, assign(plan, 200, 2, STREAM));
    assertNotEquals(one, assign(plan, 200, 2, Stream.of(8, "test")));
    int[] index = one.types().index();
    assertTrue(!Arrays.equals(Arrays.copyOf(index, 100), Arrays.copyOfRange(index, 100, 200)));
    assertArrayEquals(
        Arrays.copyOf(index, 100),
        Arrays.copyOf(assign(plan, 300, 3, STREAM).types().index(), 100),
        "an assembly depends on the number of assemblies");
  }

  @Test
  void proportionsThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> plan("0.8 0.3", Counts.EXACT));
    assertThrows(IllegalArgumentException.class, () -> plan("1.2 -0.2", Counts.EXACT));
    assertThrows(IllegalArgumentException.class, () -> plan("NaN 0.2", Counts.EXACT));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CellTypePlan(List.of("e"), List.of(0.5, 0.5), Counts.EXACT));
    assertThrows(
        IllegalArgumentException.class, () -> plan("1", Counts.EXACT).assign(3, 4, STREAM));
  }

  private static Population assign(CellTypePlan plan, int n, int assemblies, Stream stream) {
    return assemblies == 0 ? plan.assign(n, stream) : plan.assign(n, assemblies, stream);
  }

  private static CellTypePlan plan(String proportions, Counts counts) {
    List<Double> p = Arrays.stream(proportions.split(" ")).map(Double::valueOf).toList();
    return new CellTypePlan(names(p.size()), p, counts);
  }

  private static List<String> names(int types) {
    return IntStream.range(0, types).mapToObj(i -> "type" + i).toList();
  }

  private static int[] numbers(String words) {
    return Arrays.stream(words.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static int[] countsOf(Population population, int assembly) {
    int[] counts = new int[population.types().names().size()];
    int[] ids = population.assemblies().orElseThrow().ids();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == assembly) {
        counts[population.types().index()[i]]++;
      }
    }
    return counts;
  }

  private static List<Double> randomProportions(Draws random, int types) {
    List<Double> parts = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < types; i++) {
      double part = random.integer(5);
      parts.add(part);
      sum += part;
    }
    double total = sum;
    return sum == 0 ? List.of(1.0) : parts.stream().map(part -> part / total).toList();
  }
}
