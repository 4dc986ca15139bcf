package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;

/**
 * {@code [recurrent.weights]}, {@code [feedforward.weights]}: log-normal strengths of the existing
 * connections.
 */
public record WeightsSection(
    @Key(value = "Mean weight, [sender type][receiver type].", min = 0, above = true)
        double[][] wMu,
    @Key(value = "Variance of the weights (see sigma_is), [sender type][receiver type].", min = 0)
        double[][] wSigma,
    @Key(
            value = "Whether w_sigma is the variance, as published, or the standard deviation.",
            or = "\"variance\"")
        SigmaIs sigmaIs) {

  /** What {@code w_sigma} means. */
  public enum SigmaIs {
    VARIANCE,
    STD
  }
}
