package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.connectome.CellTypePlan;
import homeostat.kernel.Parallel;
import homeostat.kinds.spiking.config.HomeostaticPlasticityConfig;
import homeostat.kinds.spiking.config.RecordSection;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.kinds.spiking.network.BuiltNetwork;
import homeostat.kinds.spiking.network.NetworkRecipe;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.input.PoissonInput;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Scaling factors folded into weights give the same spikes. The factors are powers of two, so that
 * rounding is no excuse, and all different, so that a transposed or shifted table would show.
 */
class FoldingTest {
  private static final int TRIALS = 3;
  private static final int STEPS = 300;

  @Test
  void foldedWeightsGiveTheSameSpikes() {
    HomeostaticPlasticityConfig config =
        (HomeostaticPlasticityConfig) SmallRuns.resolved(SmallRuns.file()).config();
    NetworkRecipe recipe = new NetworkRecipe(config.recurrent(), config.feedforward());
    Physiology physiology = recipe.physiology();
    BuiltNetwork built =
        BuiltNetwork.of(
            recipe.plan(CellTypePlan.Counts.EXACT).generate(7),
            physiology,
            1,
            10,
            config.targets().firingRate());
    ScalingFactors ones = ScalingFactors.ones(physiology);
    ScalingFactors factors =
        new ScalingFactors(2, 1, new double[] {0.5, 2, 0.25, 0.125}, new double[] {4, 8});
    BuiltNetwork folded =
        BuiltNetwork.of(
            built.folded(factors, built.network().weights()),
            physiology,
            1,
            10,
            config.targets().firingRate());
    try (Parallel parallel = new Parallel(1)) {
      Activity scaled = run(built, parallel, factors);
      Activity baked = run(folded, parallel, ones);
      Activity plain = run(built, parallel, ones);
      assertTrue(scaled.spikes().times().length > 100, "too quiet to show anything");
      assertArrayEquals(scaled.spikes().offsets(), baked.spikes().offsets());
      assertArrayEquals(scaled.spikes().times(), baked.spikes().times());
      assertNotEquals(
          Arrays.toString(scaled.spikes().times()), Arrays.toString(plain.spikes().times()));
    }
    assertEquals(
        built.structure().recurrent().weights().entries(),
        folded.structure().recurrent().weights().entries());
  }

  private static Activity run(BuiltNetwork built, Parallel parallel, ScalingFactors factors) {
    double[] rates = new double[built.network().inputs()];
    Arrays.fill(rates, 60);
    return new FrozenRun(
            built,
            _ -> new PoissonInput(3, rates, TRIALS, 1, 1),
            TRIALS,
            STEPS,
            RecordSection.nothing(),
            parallel)
        .run(factors, built.network().weights(), 0, _ -> {})
        .activity();
  }
}
