package homeostat.dale.network;

import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;

/**
 * Corrections of updates that bring the steps of inhibitory parameters to the scale of excitatory
 * ones (Cornford et al. 2021). For a layer of n units and d inputs the gradient is multiplied by
 *
 * <pre>
 * Wix   1 / sqrt(n)        Wei   1 / d        alpha   1 / (sqrt(n) d)
 * </pre>
 *
 * <p>A recurrent cell is a layer of its state, and with Uix, Uei and alphaU one of its input.
 */
public final class UpdateCorrections {
  private UpdateCorrections() {}

  /** The factor of a parameter, 1 if it has none. */
  public static double factor(Parameters parameters, Parameter parameter) {
    String name = parameter.name();
    int dot = name.lastIndexOf('.') + 1;
    String own = name.substring(dot);
    String excitation =
        switch (own) {
          case "Wix", "Wei", "alpha", "alphaW" -> "Wex";
          case "Uix", "Uei", "alphaU" -> "Uex";
          default -> "";
        };
    if (excitation.isEmpty()) {
      return 1;
    }
    int[] shape = parameters.get(name.substring(0, dot) + excitation).shape();
    return switch (own) {
      case "Wix", "Uix" -> 1 / Math.sqrt(shape[0]);
      case "Wei", "Uei" -> 1.0 / shape[1];
      default -> 1 / (Math.sqrt(shape[0]) * shape[1]);
    };
  }

  /** Multiplies all gradients by their factors. */
  public static void apply(Parameters parameters, Gradients gradients) {
    for (Parameter parameter : parameters.all()) {
      double factor = factor(parameters, parameter);
      if (factor != 1) {
        float[] gradient = gradients.get(parameter.name());
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] = (float) (gradient[i] * factor);
        }
      }
    }
  }
}
