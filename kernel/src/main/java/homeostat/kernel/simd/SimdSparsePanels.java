package homeostat.kernel.simd;

import homeostat.kernel.Csr;
import homeostat.kernel.SparsePanels;

/** {@link SparsePanels} with the lanes of the batch in vectors. */
final class SimdSparsePanels implements SparsePanels {
  @Override
  public void forward(Csr w, float[] values, float[] x, float[] y, int width, int from, int to) {
    SparsePanels.check(w, values.length, x.length, y.length, width, from, to);
    SimdFloatPanels.forward(w, values, x, y, width, from, to);
  }

  @Override
  public void backward(Csr w, float[] values, float[] y, float[] x, int width, int from, int to) {
    SparsePanels.check(w, values.length, x.length, y.length, width, from, to);
    SimdFloatPanels.backward(w, values, y, x, width, from, to);
  }

  @Override
  public void events(
      Csr w, float[] values, int[] senders, int[] lanes, int count, float[] y, int width) {
    SimdFloatPanels.events(w, values, senders, lanes, count, y, width);
  }

  @Override
  public void forward(Csr w, double[] values, double[] x, double[] y, int width, int from, int to) {
    SparsePanels.check(w, values.length, x.length, y.length, width, from, to);
    SimdDoublePanels.forward(w, values, x, y, width, from, to);
  }

  @Override
  public void backward(
      Csr w, double[] values, double[] y, double[] x, int width, int from, int to) {
    SparsePanels.check(w, values.length, x.length, y.length, width, from, to);
    SimdDoublePanels.backward(w, values, y, x, width, from, to);
  }

  @Override
  public void events(
      Csr w, double[] values, int[] senders, int[] lanes, int count, double[] y, int width) {
    SimdDoublePanels.events(w, values, senders, lanes, count, y, width);
  }
}
