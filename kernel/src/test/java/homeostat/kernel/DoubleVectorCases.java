package homeostat.kernel;

import static homeostat.kernel.Numbers.bits;

import java.util.List;

/** Elementwise verbs on float64. */
final class DoubleVectorCases {
  private DoubleVectorCases() {}

  static void add(int n, List<KernelCase> cases) {
    double[] u = Numbers.wildDoubles(n + 9, 1);
    double[] v = Numbers.wildDoubles(n + 9, 2);
    double[] w = Numbers.doubles(n + 9, 3);
    double[] z = Numbers.doubles(n + 9, 4);
    KernelCase.add(
        cases,
        "above double",
        k -> {
          int[] found = new int[n + 9];
          double[] state = Numbers.doubles(2 * (n + 9), 5);
          for (int i = 0; i < state.length; i += 14) {
            state[i] = Double.NaN;
          }
          found[n + 8] = k.potentials().above(state, 3, 3 + n, 0.9, -0.7, 0.8, found, 2);
          return java.util.Arrays.stream(found).asLongStream().toArray();
        });
    KernelCase.add(
        cases,
        "rescale double",
        k -> {
          double[] state = Numbers.doubles(2 * (n + 9), 6);
          state[9] = Double.NaN;
          k.potentials().rescale(state, 3, 3 + n, 0.5, 0.01, 0.1);
          return bits(state);
        });
    KernelCase.add(
        cases,
        "scale double",
        k -> {
          double[] y = v.clone();
          k.elementwise().scale(1.7, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "add double",
        k -> {
          double[] y = v.clone();
          k.elementwise().add(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "multiply double",
        k -> {
          double[] y = v.clone();
          k.elementwise().multiply(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "axpy double",
        k -> {
          double[] y = v.clone();
          k.elementwise().axpy(-0.3, u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "multiplyAdd double",
        k -> {
          double[] y = v.clone();
          k.elementwise().multiplyAdd(w, 5, u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "relu double",
        k -> {
          double[] y = v.clone();
          k.elementwise().relu(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "clamp double",
        k -> {
          double[] y = v.clone();
          k.elementwise().clamp(-0.5, 0.75, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "exp double",
        k -> {
          double[] y = v.clone();
          k.transcendental().exp(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "exp in place double",
        k -> {
          double[] y = v.clone();
          k.transcendental().exp(y, 3, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "log double",
        k -> {
          double[] y = v.clone();
          k.transcendental().log(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "log in place double",
        k -> {
          double[] y = v.clone();
          k.transcendental().log(y, 3, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "tanh double",
        k -> {
          double[] y = v.clone();
          k.transcendental().tanh(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "tanh in place double",
        k -> {
          double[] y = v.clone();
          k.transcendental().tanh(y, 3, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "sigmoid double",
        k -> {
          double[] y = v.clone();
          k.transcendental().sigmoid(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "sigmoid in place double",
        k -> {
          double[] y = v.clone();
          k.transcendental().sigmoid(y, 3, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "softplus double",
        k -> {
          double[] y = v.clone();
          k.transcendental().softplus(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "softplus in place double",
        k -> {
          double[] y = v.clone();
          k.transcendental().softplus(y, 3, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "relax double",
        k -> {
          double[] y = v.clone();
          k.updates().relax(0.1, u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "leakyTanh double",
        k -> {
          double[] y = v.clone();
          k.updates().leakyTanh(0.1, u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "momentum double",
        k -> {
          double[] y = z.clone();
          double[] p = w.clone();
          k.updates().momentum(0.01, 0.9, u, 1, y, 3, p, 5, n);
          return bits(y, p);
        });
    double[] squares = z.clone();
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= squares[i];
    }
    AdamStep step = AdamStep.number(3, 0.01, 0.9, 0.999, 1e-8);
    KernelCase.add(
        cases,
        "adam double",
        k -> {
          double[] m = z.clone();
          double[] s = squares.clone();
          double[] p = w.clone();
          k.updates().adam(step, z, 1, m, 3, s, 2, p, 5, n);
          return bits(m, s, p);
        });
  }
}
