package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;

/**
 * {@code [recurrent.weights]}, {@code [feedforward.weights]}: log-normal strengths of the existing
 * connections.
 */
public record WeightsSection(
    @Key(
            "Mean weight (of the logarithms with parameter_space = log), [sender type][receiver"
                + " type].")
        double[][] wMu,
    @Key(
            value =
                "Variance of the weights (see sigma_is; standard deviation of the logarithms with"
                    + " parameter_space = log), [sender type][receiver type].",
            min = 0)
        double[][] wSigma,
    @Key(
            value = "Whether w_mu and w_sigma are those of the weights or of their logarithms.",
            or = "\"linear\"")
        Space parameterSpace,
    @Key(
            value = "Whether w_sigma is the variance, as published, or the standard deviation.",
            or = "\"variance\"")
        SigmaIs sigmaIs) {

  /** Of what {@code w_mu} and {@code w_sigma} are. */
  public enum Space {
    LINEAR,
    LOG
  }

  /** What {@code w_sigma} means. */
  public enum SigmaIs {
    VARIANCE,
    STD
  }
}
