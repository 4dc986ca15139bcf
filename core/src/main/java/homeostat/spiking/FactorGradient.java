package homeostat.spiking;

/**
 * Gradient of a loss with respect to the logarithms of the scaling factors.
 *
 * @param recurrent [source type][target type] dL/d ln A
 * @param feedforward [input type][target type] dL/d ln A_FF
 */
public record FactorGradient(double[] recurrent, double[] feedforward) {}
