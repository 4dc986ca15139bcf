package homeostat.gradient;

/** Where weight decay enters a step of gradient descent. */
public enum Decay {
  /** In the gradient: g + decay p, a penalty on squared values; momentum carries it on. */
  COUPLED,
  /** After the step, on the updated values: p - rate decay p. */
  AFTER_STEP
}
