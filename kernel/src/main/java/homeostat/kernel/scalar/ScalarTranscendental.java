package homeostat.kernel.scalar;

import homeostat.kernel.DoubleFunctions;
import homeostat.kernel.FloatFunctions;
import homeostat.kernel.Transcendental;

/** {@link Transcendental} one element after the other: the readable truth. */
public final class ScalarTranscendental implements Transcendental {
  @Override
  public void exp(float[] x, int xAt, float[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = FloatFunctions.exp(x[xAt + i]);
    }
  }

  @Override
  public void exp(double[] x, int xAt, double[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = DoubleFunctions.exp(x[xAt + i]);
    }
  }

  @Override
  public void log(float[] x, int xAt, float[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = FloatFunctions.log(x[xAt + i]);
    }
  }

  @Override
  public void log(double[] x, int xAt, double[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = DoubleFunctions.log(x[xAt + i]);
    }
  }

  @Override
  public void tanh(float[] x, int xAt, float[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = FloatFunctions.tanh(x[xAt + i]);
    }
  }

  @Override
  public void tanh(double[] x, int xAt, double[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = DoubleFunctions.tanh(x[xAt + i]);
    }
  }

  @Override
  public void sigmoid(float[] x, int xAt, float[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = FloatFunctions.sigmoid(x[xAt + i]);
    }
  }

  @Override
  public void sigmoid(double[] x, int xAt, double[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = DoubleFunctions.sigmoid(x[xAt + i]);
    }
  }

  @Override
  public void softplus(float[] x, int xAt, float[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = FloatFunctions.softplus(x[xAt + i]);
    }
  }

  @Override
  public void softplus(double[] x, int xAt, double[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = DoubleFunctions.softplus(x[xAt + i]);
    }
  }
}
