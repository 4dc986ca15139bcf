package homeostat.lab.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Mark;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FigureNumbersTest {

  @Test
  void curvesKeepTheirNumbersUnderTheirNames() {
    Lines lines = Samples.rates();
    Arrays numbers = FigureNumbers.of(lines);
    assertSame(lines.curves().getFirst().y(), numbers.doubles("excitatory/y"));
    assertSame(lines.curves().getFirst().spread(), numbers.doubles("excitatory/spread"));
    assertEquals(5, numbers.get("marks/target").at(0));
    assertEquals(0, numbers.get("marks/target").shape().length);
  }

  @Test
  void histogramHasItsBinsAndCounts() {
    Arrays numbers = FigureNumbers.of(Samples.histogram(1));
    long[] counts = numbers.longs("inhibitory/count");
    assertEquals(31, numbers.doubles("bin_edges").length);
    assertEquals(numbers.doubles("inhibitory/values").length, LongStream.of(counts).sum());
  }

  @Test
  void matrixKeepsItsShape() {
    assertArrayEquals(new int[] {3, 2}, FigureNumbers.of(Samples.matrix()).get("values").shape());
    assertEquals(2.71, FigureNumbers.of(Samples.matrix()).get("values").at(2));
  }

  @Test
  void namesAreMadeUniqueAndSafe() {
    double[] one = {1};
    Lines lines =
        new Lines(
            "",
            Axis.of(""),
            Axis.of(""),
            List.of(
                new Curve("rate (Hz)", Ink.FIRST, one, one),
                new Curve("rate (Hz)", Ink.FIRST, one, one),
                new Curve("../../up", Ink.FIRST, one, one),
                new Curve("", Ink.FIRST, one, one),
                new Curve("marks", Ink.FIRST, one, one)),
            List.of(new Mark("x", Ink.TARGET, true, 1), new Mark("x", Ink.TARGET, true, 2)));
    assertEquals(
        Set.of(
            "rate_Hz/x",
            "rate_Hz/y",
            "rate_Hz_2/x",
            "rate_Hz_2/y",
            "up/x",
            "up/y",
            "curve/x",
            "curve/y",
            "marks_2/x",
            "marks_2/y",
            "marks/x",
            "marks/x_2"),
        FigureNumbers.of(lines).names());
  }

  @Test
  void panelsArePrefixed() {
    Arrays numbers = FigureNumbers.of(Samples.activity());
    assertTrue(numbers.names().contains("panel_0_0/excitatory/time"));
    assertTrue(numbers.names().contains("panel_2_3/curve/spread"));
  }
}
