package homeostat.dale.network;

import java.util.Locale;

/** Parameters that share a learning rate and a momentum, told by the end of their names. */
public enum ParameterGroup {
  /** Excitatory weights: Wex, Uex. */
  WEX,
  /** Weights onto interneurons: Wix, Uix. */
  WIX,
  /** Weights of interneurons: Wei, Uei. */
  WEI,
  /** Weights of the divisive pathway. */
  BIX,
  /** Biases. */
  BIAS,
  /** Everything else. */
  OTHER;

  /** The group of a parameter. */
  public static ParameterGroup of(String name) {
    String own = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (own) {
      case "wex", "uex" -> WEX;
      case "wix", "uix" -> WIX;
      case "wei", "uei" -> WEI;
      case "bix" -> BIX;
      case "bias", "bias_pos", "bias_neg", "b" -> BIAS;
      default -> OTHER;
    };
  }

  /** Whether weight decay spares it and the inhibitory momentum holds for it. */
  public boolean inhibitory() {
    return this == WIX || this == WEI || this == BIX;
  }
}
