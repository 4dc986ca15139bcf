package homeostat.kernel;

import static homeostat.kernel.Numbers.bits;

import java.util.List;

/** Elementwise verbs on float32. */
final class FloatVectorCases {
  private FloatVectorCases() {}

  static void add(int n, List<KernelCase> cases) {
    float[] u = Numbers.wildFloats(n + 9, 1);
    float[] v = Numbers.wildFloats(n + 9, 2);
    float[] w = Numbers.floats(n + 9, 3);
    float[] z = Numbers.floats(n + 9, 4);
    KernelCase.add(
        cases,
        "above float",
        k -> {
          int[] found = new int[n + 9];
          float[] state = Numbers.floats(2 * (n + 9), 5);
          for (int i = 0; i < state.length; i += 14) {
            state[i] = Float.NaN;
          }
          found[n + 8] = k.potentials().above(state, 3, 3 + n, 0.9f, -0.7f, 0.8f, found, 2);
          return java.util.Arrays.stream(found).asLongStream().toArray();
        });
    KernelCase.add(
        cases,
        "rescale float",
        k -> {
          float[] state = Numbers.floats(2 * (n + 9), 6);
          state[9] = Float.NaN;
          k.potentials().rescale(state, 3, 3 + n, 0.5f, 0.01f, 0.1f);
          return bits(state);
        });
    KernelCase.add(
        cases,
        "scale float",
        k -> {
          float[] y = v.clone();
          k.elementwise().scale(1.7f, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "add float",
        k -> {
          float[] y = v.clone();
          k.elementwise().add(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "multiply float",
        k -> {
          float[] y = v.clone();
          k.elementwise().multiply(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "axpy float",
        k -> {
          float[] y = v.clone();
          k.elementwise().axpy(-0.3f, u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "multiplyAdd float",
        k -> {
          float[] y = v.clone();
          k.elementwise().multiplyAdd(w, 5, u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "relu float",
        k -> {
          float[] y = v.clone();
          k.elementwise().relu(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "clamp float",
        k -> {
          float[] y = v.clone();
          k.elementwise().clamp(-0.5f, 0.75f, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "exp float",
        k -> {
          float[] y = v.clone();
          k.transcendental().exp(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "exp in place float",
        k -> {
          float[] y = v.clone();
          k.transcendental().exp(y, 3, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "log float",
        k -> {
          float[] y = v.clone();
          k.transcendental().log(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "log in place float",
        k -> {
          float[] y = v.clone();
          k.transcendental().log(y, 3, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "tanh float",
        k -> {
          float[] y = v.clone();
          k.transcendental().tanh(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "tanh in place float",
        k -> {
          float[] y = v.clone();
          k.transcendental().tanh(y, 3, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "sigmoid float",
        k -> {
          float[] y = v.clone();
          k.transcendental().sigmoid(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "sigmoid in place float",
        k -> {
          float[] y = v.clone();
          k.transcendental().sigmoid(y, 3, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "softplus float",
        k -> {
          float[] y = v.clone();
          k.transcendental().softplus(u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "softplus in place float",
        k -> {
          float[] y = v.clone();
          k.transcendental().softplus(y, 3, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "relax float",
        k -> {
          float[] y = v.clone();
          k.updates().relax(0.1f, u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "leakyTanh float",
        k -> {
          float[] y = v.clone();
          k.updates().leakyTanh(0.1f, u, 1, y, 3, n);
          return bits(y);
        });
    KernelCase.add(
        cases,
        "momentum float",
        k -> {
          float[] y = z.clone();
          float[] p = w.clone();
          k.updates().momentum(0.01f, 0.9f, u, 1, y, 3, p, 5, n);
          return bits(y, p);
        });
    float[] squares = z.clone();
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= squares[i];
    }
    AdamStep step = AdamStep.number(3, 0.01, 0.9, 0.999, 1e-8);
    KernelCase.add(
        cases,
        "adam float",
        k -> {
          float[] m = z.clone();
          float[] s = squares.clone();
          float[] p = w.clone();
          k.updates().adam(step, z, 1, m, 3, s, 2, p, 5, n);
          return bits(m, s, p);
        });
  }
}
