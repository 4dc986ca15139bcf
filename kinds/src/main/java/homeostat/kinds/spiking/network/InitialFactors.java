package homeostat.kinds.spiking.network;

import homeostat.kinds.spiking.config.network.ScalingFactorsSection;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The factors before training: those of the file, or all 1, times their common strength.
 *
 * @param section of the file
 */
public record InitialFactors(ScalingFactorsSection section) {

  public void check(NetworkChecks checks, List<String> types, List<String> inputs) {
    section.recurrent().ifPresent(a -> checks.table("scaling_factors.recurrent", a, types, types));
    section
        .feedforward()
        .ifPresent(a -> checks.table("scaling_factors.feedforward", a, inputs, types));
  }

  public ScalingFactors of(Physiology physiology) {
    ScalingFactors ones = ScalingFactors.ones(physiology);
    return new ScalingFactors(
        physiology.types(),
        physiology.inputTypes(),
        scaled(section.recurrent(), ones.recurrent()),
        scaled(section.feedforward(), ones.feedforward()));
  }

  private double[] scaled(Optional<double[][]> given, double[] ones) {
    double[] flat =
        given
            .map(table -> Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray())
            .orElse(ones);
    return Arrays.stream(flat).map(factor -> factor * section.strength()).toArray();
  }
}
