package homeostat.gradient;

/** Bounds the size of a gradient. */
public final class Clip {
  /** Keeps the quotient defined for a gradient of zero; PyTorch's value. */
  private static final double GUARD = 1e-6;

  private Clip() {}

  /**
   * Scales all gradients by min(1, limit / (norm + 1e-6)), where norm is their Euclidean norm
   * together (Pascanu, Mikolov and Bengio 2013; as PyTorch's {@code clip_grad_norm_}).
   *
   * @return the norm before; if it is not finite the gradients are left as they are
   */
  public static double globalNorm(Gradients gradients, double limit) {
    if (!(limit > 0)) {
      throw new IllegalArgumentException(
          "limit " + limit + " of the gradient norm is not positive");
    }
    double norm = gradients.globalNorm();
    double factor = limit / (norm + GUARD);
    if (Double.isFinite(norm) && factor < 1) {
      gradients.scale(factor);
    }
    return norm;
  }
}
