package homeostat.dynamics;

/** Lorenz (1963) at sigma 10, rho 28, beta 8/3, with its derivatives. */
record Lorenz() implements AdjointField {
  private static final double SIGMA = 10;
  private static final double RHO = 28;
  private static final double BETA = 8.0 / 3;

  @Override
  public void slope(double t, double[] x, double[] slope) {
    slope[0] = SIGMA * (x[1] - x[0]);
    slope[1] = x[0] * (RHO - x[2]) - x[1];
    slope[2] = x[0] * x[1] - BETA * x[2];
  }

  private static double[][] jacobian(double[] x) {
    return new double[][] {
      {-SIGMA, SIGMA, 0}, {RHO - x[2], -1, -x[0]}, {x[1], x[0], -BETA},
    };
  }

  @Override
  public void tangent(double t, double[] x, double[] frame, int columns, double[] slope) {
    double[][] j = jacobian(x);
    for (int c = 0; c < columns; c++) {
      for (int r = 0; r < 3; r++) {
        slope[r * columns + c] =
            j[r][0] * frame[c] + j[r][1] * frame[columns + c] + j[r][2] * frame[2 * columns + c];
      }
    }
  }

  @Override
  public void adjoint(
      double t,
      double[] x,
      double[] frame,
      int columns,
      double[] slopeAdjoint,
      double[] tangentAdjoint,
      double[] stateAdjoint,
      double[] frameAdjoint) {
    double[][] j = jacobian(x);
    for (int r = 0; r < 3; r++) {
      for (int q = 0; q < 3; q++) {
        stateAdjoint[q] += j[r][q] * slopeAdjoint[r];
        for (int c = 0; c < columns; c++) {
          frameAdjoint[q * columns + c] += j[r][q] * tangentAdjoint[r * columns + c];
        }
      }
    }
    for (int c = 0; c < columns; c++) {
      double v0 = frame[c];
      double v1 = frame[columns + c];
      double v2 = frame[2 * columns + c];
      double w1 = tangentAdjoint[columns + c];
      double w2 = tangentAdjoint[2 * columns + c];
      stateAdjoint[0] += -w1 * v2 + w2 * v1;
      stateAdjoint[1] += w2 * v0;
      stateAdjoint[2] += -w1 * v0;
    }
  }
}
