package homeostat.kinds.dale.config;

import homeostat.gradient.operation.NormaliseGradient;

/** Published names of what is done to the gradient that enters a homeostatic layer. */
public enum LnFeedback {
  FULL(NormaliseGradient.Mode.FULL),
  CENTER(NormaliseGradient.Mode.CENTRE),
  FA_CENTER(NormaliseGradient.Mode.LATERAL),
  SCALE(NormaliseGradient.Mode.SCALE),
  DECORRELATE(NormaliseGradient.Mode.DECORRELATE);

  private final NormaliseGradient.Mode mode;

  LnFeedback(NormaliseGradient.Mode mode) {
    this.mode = mode;
  }

  /** The operation's name of it. */
  public NormaliseGradient.Mode mode() {
    return mode;
  }
}
