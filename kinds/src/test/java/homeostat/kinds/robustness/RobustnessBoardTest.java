package homeostat.kinds.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import homeostat.kinds.robustness.ChangedImages.Change;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Few groups fit on one page; many get a grid of their own. */
class RobustnessBoardTest {
  private static Map<String, Figure> drawn(int groups) {
    List<RobustnessTable.Entry> entries = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      for (double shift : new double[] {-0.5, 0.5}) {
        for (Method method : List.of(Method.FROZEN, Method.UNIT_TONIC)) {
          Condition condition = new Condition(group, Change.BRIGHTNESS, shift, method, 100);
          entries.add(new RobustnessTable.Entry("group " + group, condition, 50));
        }
      }
    }
    return new RobustnessBoard(RobustnessTable.of(entries)).draw();
  }

  @Test
  void threeGroupsAreOnePage() {
    assertEquals(Set.of("robustness"), drawn(3).keySet());
  }

  @Test
  void moreAreTwoPagesWithEveryGroup() {
    Map<String, Figure> pages = drawn(4);
    assertEquals(Set.of("robustness", "adaptation"), pages.keySet());
    Board adaptation = (Board) Objects.requireNonNull(pages.get("adaptation"));
    assertEquals(3, adaptation.columns().size());
    List<String> titles = new ArrayList<>();
    for (Column column : adaptation.columns()) {
      column.panels().forEach(panel -> titles.add(panel.figure().title()));
    }
    assertEquals(4, titles.stream().distinct().count(), titles.toString());
  }
}
