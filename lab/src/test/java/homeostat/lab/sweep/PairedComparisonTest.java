package homeostat.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairedComparisonTest {
  @TempDir Path sweep;

  /** Five seeds at two widths; the null adds 1 to the loss, and 0.1 more each second seed. */
  private void write() throws IOException {
    StringBuilder json = new StringBuilder("{\"repeats\": [\"seed\"], \"cells\": [");
    StringBuilder csv = new StringBuilder("cell,status,width,model,seed,loss,message\n");
    String comma = "";
    for (int width : new int[] {10, 20}) {
      for (String model : new String[] {"none", "null"}) {
        for (int seed = 1; seed <= 5; seed++) {
          double loss = width + seed + (model.equals("none") ? 0 : 1 + 0.1 * (seed % 2));
          json.append(comma)
              .append("{\"axes\": {\"width\": \"" + width + "\", \"model\": \"" + model)
              .append("\", \"seed\": \"" + seed + "\"}}");
          comma = ", ";
          csv.append("c,completed," + width + "," + model + "," + seed + "," + loss + ",\n");
        }
      }
    }
    csv.append("c,failed,20,null,6,,broke\n");
    Files.writeString(sweep.resolve("sweep.json"), json.append("]}"));
    Files.writeString(sweep.resolve("results.csv"), csv);
  }

  @Test
  void pairsAreOfEqualSeedsAndEveryPlaceHasItsOwn() throws IOException {
    write();
    PairedComparison found = PairedComparison.of(sweep, "model", "none", "loss", 0.5);
    assertEquals(List.of("width"), found.axes());
    assertEquals(2, found.contrasts().size());
    Contrast wide = found.contrasts().get(1);
    assertEquals(List.of("20"), wide.place());
    assertEquals(5, wide.pairs());
    assertEquals(23, wide.baseline(), 1e-12);
    assertEquals(1.06, wide.difference(), 1e-9);
    // differences 1.1 1 1.1 1 1.1: s = 0.0547723, t of 4 degrees of freedom 2.776445
    assertEquals(1.06 - 2.776445 * 0.0547723 / Math.sqrt(5), wide.low(), 1e-6);
    assertEquals(1.06 / 0.0547723, wide.effect(), 1e-4);
    assertTrue(wide.p() < 1e-5);
    assertEquals("differs", wide.verdict());
  }

  @Test
  void aDifferenceWithinTheMarginIsEquivalence() throws IOException {
    write();
    Contrast one = PairedComparison.of(sweep, "model", "none", "loss", 5).contrasts().getFirst();
    assertTrue(one.equivalence() < 0.05);
    assertEquals("differs, within margin", one.verdict());
  }

  @Test
  void namesThatAreNotThereAreToldWithTheNearest() throws IOException {
    write();
    for (List<String> wrong :
        List.of(
            List.of("modl", "none", "loss", "did you mean 'model'"),
            List.of("model", "nun", "loss", "no value of model 'nun'"),
            List.of("model", "none", "los", "did you mean 'loss'"))) {
      UserError refused =
          assertThrows(
              UserError.class,
              () -> PairedComparison.of(sweep, wrong.get(0), wrong.get(1), wrong.get(2), 1));
      assertTrue(refused.toString().contains(wrong.get(3)), refused.toString());
    }
  }

  @Test
  void rankedMeansTheLargestDifferenceFirst() {
    List<Contrast> contrasts =
        List.of(
            Contrast.of(List.of(), "small", List.of(1.0, 2.0), List.of(1.1, 2.2), 1),
            Contrast.of(List.of(), "down", List.of(1.0, 2.0), List.of(-4.0, -3.0), 1),
            Contrast.of(List.of(), "up", List.of(1.0, 2.0), List.of(3.0, 4.1), 1));
    PairedComparison ranked = new PairedComparison("a", "none", "q", List.of(), contrasts).ranked();
    assertEquals(
        List.of("down", "up", "small"), ranked.contrasts().stream().map(Contrast::value).toList());
  }

  private static Contrast withP(double p) {
    return new Contrast(List.of(), "b", 9, 1, 1, 0.1, 2, 1, p, p, 0.1, 0.9);
  }

  private static PairedComparison comparison(Contrast... contrasts) {
    return new PairedComparison("a", "none", "q", List.of(), List.of(contrasts));
  }

  /** Sorted: 0.01 four times, 0.02 and 0.02 three and two times, 0.04 once, never decreasing. */
  @Test
  void comparisonsMadeTogetherAreCorrectedTogether() {
    List<PairedComparison> together =
        PairedComparison.together(
            List.of(
                comparison(withP(0.02), withP(Double.NaN), withP(0.01)),
                comparison(withP(0.04), withP(0.02))));
    List<Contrast> first = together.get(0).contrasts();
    List<Contrast> second = together.get(1).contrasts();
    assertEquals(0.06, first.get(0).holm(), 1e-12);
    assertTrue(Double.isNaN(first.get(1).holm()));
    assertEquals(0.04, first.get(2).holm(), 1e-12);
    assertEquals(0.06, second.get(0).holm(), 1e-12);
    assertEquals(0.06, second.get(1).holm(), 1e-12);
    assertEquals("differs", first.get(2).verdict());
    assertEquals("differs, uncorrected", second.get(0).verdict());
    Contrast large =
        PairedComparison.together(List.of(comparison(withP(0.7), withP(0.9))))
            .getFirst()
            .contrasts()
            .getFirst();
    assertEquals(1, large.holm(), 0);
    assertEquals("undecided", large.verdict());
  }

  @Test
  void onePairDecidesNothing() {
    assertEquals("too few", Contrast.of(List.of(), "b", List.of(1.0), List.of(2.0), 1).verdict());
  }
}
