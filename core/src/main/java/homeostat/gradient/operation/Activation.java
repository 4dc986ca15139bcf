package homeostat.gradient.operation;

import homeostat.kernel.Kernels;

/** A function of each element, whose derivative follows from its result. */
public enum Activation {
  /** y = z. */
  NONE,
  /** y = max(z, 0); derivative 0 at 0. */
  RELU,
  /** y = tanh(z). */
  TANH,
  /** y = 1 / (1 + exp(-z)). */
  SIGMOID,
  /** y = ln(1 + exp(z)). */
  SOFT_PLUS;

  /** z <- y, in place, for {@code length} elements from {@code at}. */
  public void apply(Kernels kernels, float[] z, int at, int length) {
    switch (this) {
      case NONE -> {}
      case RELU -> kernels.elementwise().relu(z, at, z, at, length);
      case TANH -> kernels.transcendental().tanh(z, at, z, at, length);
      case SIGMOID -> kernels.transcendental().sigmoid(z, at, z, at, length);
      case SOFT_PLUS -> kernels.transcendental().softplus(z, at, z, at, length);
    }
  }

  /** d <- d dy/dz, in place, both from the same offset. */
  public void chain(Kernels kernels, float[] y, float[] d, int at, int length, float[] scratch) {
    switch (this) {
      case NONE -> {}
      case RELU -> {
        for (int i = at; i < at + length; i++) {
          d[i] = y[i] > 0f ? d[i] : 0f;
        }
      }
      case TANH -> {
        for (int i = at; i < at + length; i++) {
          d[i] *= 1f - y[i] * y[i];
        }
      }
      case SIGMOID -> {
        for (int i = at; i < at + length; i++) {
          d[i] *= y[i] * (1f - y[i]);
        }
      }
      case SOFT_PLUS -> {
        // dy/dz = sigmoid(z) = 1 - exp(-y)
        for (int i = 0; i < length; i++) {
          scratch[i] = -y[at + i];
        }
        kernels.transcendental().exp(scratch, 0, scratch, 0, length);
        for (int i = 0; i < length; i++) {
          d[at + i] *= 1f - scratch[i];
        }
      }
    }
  }

  /** Room that {@link #chain} needs for {@code length} elements. */
  public float[] scratch(int length) {
    return new float[this == SOFT_PLUS ? length : 0];
  }
}
