package homeostat.spiking.learning;

import java.util.Locale;

/** Which parameters are trained. */
public enum Optimisable {
  NONE(false, false),
  SCALING_FACTORS(true, true),
  SCALING_FACTORS_RECURRENT(true, false),
  SCALING_FACTORS_FEEDFORWARD(false, true),

  /** Every existing synapse; scaling factors stay. */
  WEIGHTS(false, false);

  private final boolean recurrent;
  private final boolean feedforward;

  Optimisable(boolean recurrent, boolean feedforward) {
    this.recurrent = recurrent;
    this.feedforward = feedforward;
  }

  /** True if A is trained. */
  public boolean recurrent() {
    return recurrent;
  }

  /** True if A_FF is trained. */
  public boolean feedforward() {
    return feedforward;
  }

  /** The name in parameter files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
