package homeostat.gradient.operation;

import homeostat.gradient.tape.Var;

/** Mean and 1 / sqrt(variance + epsilon) of each row of a matrix; sums in float64. */
final class RowMoments {
  private final Var x;
  private final double epsilon;
  private final float[] mean;
  private final float[] inverse;

  RowMoments(Var x, double epsilon) {
    this.x = x;
    this.epsilon = epsilon;
    this.mean = new float[x.shape().rows()];
    this.inverse = new float[x.shape().rows()];
  }

  void compute() {
    int cols = x.shape().cols();
    float[] values = x.value();
    for (int row = 0; row < mean.length; row++) {
      int at = row * cols;
      double sum = 0;
      for (int i = at; i < at + cols; i++) {
        sum += values[i];
      }
      double m = sum / cols;
      double squares = 0;
      for (int i = at; i < at + cols; i++) {
        squares += (values[i] - m) * (values[i] - m);
      }
      mean[row] = (float) m;
      inverse[row] = (float) (1 / Math.sqrt(squares / cols + epsilon));
    }
  }

  float mean(int row) {
    return mean[row];
  }

  float inverse(int row) {
    return inverse[row];
  }
}
