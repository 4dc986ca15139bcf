package homeostat.dale.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.dale.recurrent.CellKind;
import homeostat.dale.recurrent.DaleSequence;
import homeostat.dale.recurrent.RecurrentWeights;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitialWeightsTest {
  private static final int INPUTS = 300;
  private static final int UNITS = 200;

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(float[] values) {
    double mean = mean(values);
    double sum = 0;
    for (float value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  @ParameterizedTest
  @EnumSource(InitialWeights.Law.class)
  void excitationHasTheMomentsOfItsLaw(InitialWeights.Law law) {
    InitialWeights weights = new InitialWeights(law, 2, 1);
    List<Parameter> drawn = weights.draw("fc0.W", INPUTS, UNITS, 1, 4);
    double scale =
        law == InitialWeights.Law.ICLR_2021
            ? Math.sqrt(2 * Math.PI / (INPUTS * (2 * Math.PI - 1)))
            : weights.scale(INPUTS, UNITS).deviation();
    assertEquals(scale, mean(drawn.getFirst().raw()), 0.02 * scale);
    assertEquals(scale, deviation(drawn.getFirst().raw()), 0.03 * scale);
  }

  @Test
  void inhibitionBeginsAsTheMeanOfExcitation() {
    List<Parameter> drawn = InitialWeights.usual().draw("fc0.W", 5, 9, 3, 4);
    float[] wix = drawn.get(1).raw();
    float[] wei = drawn.get(2).raw();
    for (int unit = 0; unit < 9; unit++) {
      assertEquals(1, wei[3 * unit] + wei[3 * unit + 1] + wei[3 * unit + 2], 1e-6);
    }
    for (int j = 0; j < 5; j++) {
      double mean = 0;
      for (int unit = 0; unit < 9; unit++) {
        mean += drawn.getFirst().raw()[unit * 5 + j] / 9.0;
      }
      assertEquals(mean, wix[j], 1e-6);
      assertEquals(wix[j], wix[10 + j]);
    }
  }

  @Test
  void severalPublishedInterneuronsDrawTheirOwnInputs() {
    InitialWeights iclr = new InitialWeights(InitialWeights.Law.ICLR_2021, 2, 1);
    List<Parameter> drawn = iclr.draw("fc0.W", 50, 9, 4, 4);
    assertEquals(0.25f, drawn.get(2).raw()[0]);
    assertTrue(drawn.get(1).raw()[0] != drawn.get(1).raw()[50]);
  }

  @Test
  void singularValuesDescendAndTheLastIsZero() {
    List<Parameter> drawn = InitialWeights.usual().draw("fc0.W", 12, 8, 2, 4);
    DivisiveWeights made =
        DivisiveWeights.of(drawn.get(0).raw(), drawn.get(1).raw(), drawn.get(2).raw(), 8, 12);
    for (int i = 1; i < 8; i++) {
      assertTrue(made.singular()[i] <= made.singular()[i - 1]);
    }
    assertEquals(0, made.singular()[7], 1e-6, "W x has mean 0, so its rank is one less");
  }

  @ParameterizedTest
  @EnumSource(RecurrentWeights.Plain.class)
  void plainCellsDrawTheirLaw(RecurrentWeights.Plain law) {
    DaleSequence network =
        new DaleSequence(
            CellKind.PLAIN,
            28,
            List.of(100),
            10,
            0.1,
            Activation.NONE,
            false,
            Optional.empty(),
            false,
            new RecurrentWeights(law, 1, 0.5, InitialWeights.Law.LOGNORMAL, false));
    Parameters parameters = network.draw(2);
    float[] w = parameters.get("rnn_cell_0.W").raw();
    double diagonal = 0;
    for (int i = 0; i < 100; i++) {
      diagonal += w[101 * i] / 100.0;
    }
    double expected =
        switch (law) {
          case NORMAL, UNIFORM -> 0;
          case IDENTITY -> 1;
          case HYBRID -> 0.5;
        };
    assertEquals(expected, diagonal, 0.05);
    double spread =
        switch (law) {
          case NORMAL -> 0.1;
          case UNIFORM -> 0.1 / Math.sqrt(3);
          case IDENTITY -> Math.sqrt(0.01 - 0.0001);
          case HYBRID -> Math.sqrt(0.0025 / 3 + 0.0025);
        };
    assertEquals(spread, deviation(w), 0.003);
  }
}
