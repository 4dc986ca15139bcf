package homeostat.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The order conditions of Butcher: a method has order p if for every rooted tree of up to p nodes
 * its elementary weight is the inverse of the tree's density. A tree is written as brackets: a node
 * is "(" its subtrees ")".
 */
class TableauTest {
  private static List<SortedSet<String>> trees(int order) {
    List<SortedSet<String>> bySize = new ArrayList<>();
    bySize.add(new TreeSet<>(List.of("()")));
    for (int n = 1; n < order; n++) {
      TreeSet<String> larger = new TreeSet<>();
      for (String tree : bySize.getLast()) {
        for (int i = 1; i < tree.length(); i++) {
          larger.add(canonical(tree.substring(0, i) + "()" + tree.substring(i)));
        }
      }
      bySize.add(larger);
    }
    return bySize;
  }

  private static List<String> subtrees(String tree) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 1;
    for (int i = 1; i < tree.length() - 1; i++) {
      depth += tree.charAt(i) == '(' ? 1 : -1;
      if (depth == 0) {
        parts.add(tree.substring(start, i + 1));
        start = i + 1;
      }
    }
    return parts;
  }

  private static String canonical(String tree) {
    return "("
        + String.join("", subtrees(tree).stream().map(TableauTest::canonical).sorted().toList())
        + ")";
  }

  private static double density(String tree) {
    double density = tree.length() / 2.0;
    for (String part : subtrees(tree)) {
      density *= density(part);
    }
    return density;
  }

  private static double weight(Tableau tableau, int stage, String tree) {
    double product = 1;
    for (String part : subtrees(tree)) {
      double sum = 0;
      double[] row = tableau.a().get(stage);
      for (int j = 0; j < row.length; j++) {
        sum += row[j] * weight(tableau, j, part);
      }
      product *= sum;
    }
    return product;
  }

  /** Largest violation among the trees of one size. */
  private static double violation(Tableau tableau, double[] b, SortedSet<String> trees) {
    double worst = 0;
    for (String tree : trees) {
      double sum = 0;
      for (int i = 0; i < b.length; i++) {
        sum += b[i] * weight(tableau, i, tree);
      }
      worst = Math.max(worst, Math.abs(sum - 1 / density(tree)));
    }
    return worst;
  }

  @Test
  void everyMethodHasItsOrderAndNoHigher() {
    List<SortedSet<String>> trees = trees(6);
    assertEquals(List.of(1, 1, 2, 4, 9, 20), trees.stream().map(SortedSet::size).toList());
    for (Tableau tableau : List.of(Tableau.EULER, Tableau.RUNGE_KUTTA_4, Tableau.TSITOURAS_5)) {
      for (int n = 1; n <= tableau.order(); n++) {
        assertTrue(violation(tableau, tableau.b(), trees.get(n - 1)) < 2e-14, tableau + " " + n);
      }
      assertTrue(violation(tableau, tableau.b(), trees.get(tableau.order())) > 1e-5);
    }
  }

  @Test
  void theEmbeddedMethodHasOrderFour() {
    Tableau tableau = Tableau.TSITOURAS_5;
    double[] embedded = tableau.b().clone();
    for (int i = 0; i < embedded.length; i++) {
      embedded[i] -= tableau.error()[i];
    }
    List<SortedSet<String>> trees = trees(5);
    for (int n = 1; n <= 4; n++) {
      assertTrue(violation(tableau, embedded, trees.get(n - 1)) < 2e-14);
    }
    assertTrue(violation(tableau, embedded, trees.get(4)) > 1e-5);
  }

  @Test
  void theLastStageIsTheFirstOfTheNextStep() {
    Tableau tableau = Tableau.TSITOURAS_5;
    assertArrayEquals(java.util.Arrays.copyOf(tableau.b(), 6), tableau.a().getLast());
    assertEquals(0, tableau.b()[6]);
    assertEquals(1, tableau.node(6), 1e-15);
    assertEquals(0.9800255409045097, tableau.node(4), 1e-14);
    assertEquals(6, tableau.stagesOfResult());
    assertEquals(7, tableau.stages());
  }
}
