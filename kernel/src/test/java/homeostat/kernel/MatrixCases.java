package homeostat.kernel;

import static homeostat.kernel.Numbers.bits;

import java.util.List;

/** Dense and sparse products. */
final class MatrixCases {
  private MatrixCases() {}

  static void add(int n, List<KernelCase> cases) {
    var workspace = new Workspace();
    int rows = n;
    int depth = n + 2;
    int cols = n + 5;
    var a =
        new FloatMatrix(
            Numbers.floats(3 + (depth + 1) * (depth + 7), 7), 3, rows, depth, depth + 7, false);
    var b =
        new FloatMatrix(
            Numbers.floats(5 + (cols + 2) * (cols + 4), 8), 5, depth, cols, cols + 1, false);
    float[] c = Numbers.floats(1 + (rows + 1) * (cols + 3), 9);
    KernelCase.add(
        cases,
        "gemm float",
        k -> {
          float[] out = c.clone();
          var into = new FloatMatrix(out, 1, rows, cols, cols + 3, false);
          k.dense().gemm(1.5f, a, b, 0.5f, into, workspace);
          return bits(out);
        });
    KernelCase.add(
        cases,
        "gemv float",
        k -> {
          float[] out = c.clone();
          k.dense().gemv(1.5f, a, b.data(), 1, 0.5f, out, 0);
          k.dense().gemv(1.5f, a.transpose(), b.data(), 1, 0f, out, rows);
          return bits(out);
        });
    var da =
        new DoubleMatrix(
            Numbers.doubles(3 + (depth + 1) * (depth + 7), 7), 3, rows, depth, depth + 7, false);
    var db =
        new DoubleMatrix(
            Numbers.doubles(5 + (cols + 2) * (cols + 4), 8), 5, depth, cols, cols + 1, false);
    double[] dc = Numbers.doubles(1 + (rows + 1) * (cols + 3), 9);
    KernelCase.add(
        cases,
        "gemm double",
        k -> {
          double[] out = dc.clone();
          var into = new DoubleMatrix(out, 1, rows, cols, cols + 3, false);
          k.dense().gemm(1.5, da, db, 0.5, into, workspace);
          return bits(out);
        });
    KernelCase.add(
        cases,
        "gemv double",
        k -> {
          double[] out = dc.clone();
          k.dense().gemv(1.5, da, db.data(), 1, 0.5, out, 0);
          k.dense().gemv(1.5, da.transpose(), db.data(), 1, 0, out, rows);
          return bits(out);
        });
    Csr w = Numbers.sparse(n + 1, n + 3, 0.3, 10);
    int width = 32;
    int[] senders = new int[(n + 1) * width];
    int[] lanes = new int[(n + 1) * width];
    int events = 0;
    for (int e = 0; e < senders.length; e++) {
      if (e % (2 + e / width) == 0) {
        senders[events] = e / width;
        lanes[events++] = e % width;
      }
    }
    int count = events;
    float[] x = Numbers.floats(w.rows() * width, 11);
    float[] y = Numbers.floats(w.cols() * width, 12);
    KernelCase.add(
        cases,
        "sparse float",
        k -> {
          float[] forward = y.clone();
          float[] backward = x.clone();
          float[] spiked = y.clone();
          k.sparsePanels().forward(w, w.values(), x, forward, width, 0, width);
          k.sparsePanels().backward(w, w.values(), y, backward, width, 16, width);
          k.sparsePanels().events(w, w.values(), senders, lanes, count, spiked, width);
          return bits(forward, backward, spiked);
        });
    double[] dx = Numbers.doubles(w.rows() * width, 11);
    double[] dy = Numbers.doubles(w.cols() * width, 12);
    KernelCase.add(
        cases,
        "sparse double",
        k -> {
          double[] forward = dy.clone();
          double[] backward = dx.clone();
          double[] spiked = dy.clone();
          k.sparsePanels().forward(w, Numbers.widen(w.values()), dx, forward, width, 0, width);
          k.sparsePanels().backward(w, Numbers.widen(w.values()), dy, backward, width, 16, width);
          k.sparsePanels()
              .events(w, Numbers.widen(w.values()), senders, lanes, count, spiked, width);
          return bits(forward, backward, spiked);
        });
  }
}
