package homeostat.spiking;

import java.util.List;

/**
 * Gradient of a loss with respect to the logarithms of the scaling factors.
 *
 * @param recurrent [source type][target type] dL/d ln A
 * @param feedforward [input type][target type] dL/d ln A_FF
 */
public record FactorGradient(double[] recurrent, double[] feedforward) implements LogGradient {

  @Override
  public double[] of(String parameter) {
    return switch (parameter) {
      case ScalingFactors.RECURRENT -> recurrent;
      case ScalingFactors.FEEDFORWARD -> feedforward;
      default -> throw new IllegalArgumentException("no scaling factors '" + parameter + "'");
    };
  }

  @Override
  public List<double[]> parts() {
    return List.of(recurrent, feedforward);
  }
}
