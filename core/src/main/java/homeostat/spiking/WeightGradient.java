package homeostat.spiking;

import java.util.List;

/**
 * Gradient of a loss with respect to the logarithms of the weights of existing synapses.
 *
 * @param recurrent [entry] dL/d ln W
 * @param feedforward [entry] dL/d ln V
 */
public record WeightGradient(double[] recurrent, double[] feedforward) implements LogGradient {

  @Override
  public double[] of(String parameter) {
    return switch (parameter) {
      case SynapticWeights.RECURRENT -> recurrent;
      case SynapticWeights.FEEDFORWARD -> feedforward;
      default -> throw new IllegalArgumentException("no weights '" + parameter + "'");
    };
  }

  @Override
  public List<double[]> parts() {
    return List.of(recurrent, feedforward);
  }
}
