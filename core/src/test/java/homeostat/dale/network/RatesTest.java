package homeostat.dale.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.gradient.AdamW;
import homeostat.gradient.Constraint;
import homeostat.gradient.ExponentiatedGradient;
import homeostat.gradient.Frozen;
import homeostat.gradient.Grouped;
import homeostat.gradient.Optimiser;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.Sgd;
import homeostat.gradient.SumPreserving;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final List<String> NAMES =
      List.of("fc0.Wex", "fc0.Wix", "fc0.Wei", "fc0.Bix", "fc0.bias", "fc_output.Wix", "c.Uix");

  private static Parameters parameters() {
    return new Parameters(
        NAMES.stream()
            .map(name -> new Parameter(name, new float[2], new int[] {2}, Constraint.FREE))
            .toList());
  }

  private static Optimiser of(Rates rates, String name) {
    Parameters parameters = parameters();
    Grouped grouped = (Grouped) rates.optimiser(parameters, frozen -> frozen.equals("fc0.Wei"));
    return grouped.of(parameters.get(name));
  }

  private static Rates rates(Rates.Algorithm algorithm, boolean exponentiated, boolean sums) {
    return new Rates(
        algorithm,
        exponentiated,
        sums,
        true,
        0.1,
        0.2,
        0.3,
        OptionalDouble.of(0.4),
        OptionalDouble.of(0.5),
        0,
        0.9,
        0.01,
        false);
  }

  @Test
  void everyGroupHasItsRateMomentumAndDecay() {
    Rates rates = rates(Rates.Algorithm.SGD, false, false);
    Sgd wex = (Sgd) of(rates, "fc0.Wex");
    assertEquals(0.1, wex.learningRate());
    assertEquals(0.01, wex.weightDecay());
    assertTrue(!wex.nesterov(), "without momentum there is nothing to look along");
    for (String name : List.of("fc0.Wix", "fc0.Bix", "c.Uix")) {
      Sgd wix = (Sgd) of(rates, name);
      assertEquals(0.2, wix.learningRate(), name);
      assertEquals(0.9, wix.momentum(), name);
      assertEquals(0, wix.weightDecay(), name);
      assertTrue(wix.nesterov());
    }
    assertEquals(0.4, ((Sgd) of(rates, "fc_output.Wix")).learningRate());
    assertEquals(0.5, ((Sgd) of(rates, "fc0.bias")).learningRate());
    assertEquals(new Frozen(), of(rates, "fc0.Wei"));
  }

  @Test
  void rulesAreChosen() {
    assertTrue(of(rates(Rates.Algorithm.ADAMW, false, false), "fc0.Wix") instanceof AdamW);
    assertTrue(
        of(rates(Rates.Algorithm.ADAMW, true, false), "fc0.Wex") instanceof ExponentiatedGradient);
    Optimiser kept = of(rates(Rates.Algorithm.SGD, true, true), "fc0.Wex");
    assertTrue(((SumPreserving) kept).inner() instanceof ExponentiatedGradient);
    assertTrue(
        of(rates(Rates.Algorithm.SGD, false, true), "fc0.bias") instanceof Sgd,
        "a bias has no sum to keep");
  }

  @Test
  void publishedInputWeightsLearnLikeExcitation() {
    Rates rates = rates(Rates.Algorithm.SGD, false, false);
    Rates published =
        new Rates(
            rates.algorithm(),
            false,
            false,
            false,
            rates.lr(),
            rates.wix(),
            rates.wei(),
            rates.outputInhibition(),
            rates.bias(),
            0,
            0.9,
            0.01,
            true);
    Sgd own = (Sgd) of(published, "c.Uix");
    assertEquals(0.1, own.learningRate());
    assertEquals(0.01, own.weightDecay(), "which spares inhibitory weights");
    assertEquals(0.2, ((Sgd) of(published, "fc0.Wix")).learningRate());
  }

  @Test
  void sumsOfPlainWeightsAreKeptToo() {
    Parameters plain =
        Parameters.of(
            new Parameter("fc0.W", new float[6], new int[] {2, 3}, Constraint.FREE),
            new Parameter("fc0.g", new float[2], new int[] {2}, Constraint.NON_NEGATIVE));
    Grouped grouped =
        (Grouped) rates(Rates.Algorithm.SGD, false, true).optimiser(plain, _ -> false);
    assertTrue(grouped.of(plain.get("fc0.W")) instanceof SumPreserving);
    assertTrue(grouped.of(plain.get("fc0.g")) instanceof Sgd, "gains are no weights");
  }
}
