package homeostat.spiking;

import java.util.List;

/** Gradient of a loss with respect to the logarithms of what is trained. */
public sealed interface LogGradient permits FactorGradient, WeightGradient {

  /**
   * The part of a parameter, by its name.
   *
   * @throws IllegalArgumentException for a name that is not part of it
   */
  double[] of(String parameter);

  /** All its parts: of recurrent and of feedforward synapses. */
  List<double[]> parts();
}
