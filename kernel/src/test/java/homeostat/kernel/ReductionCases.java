package homeostat.kernel;

import static homeostat.kernel.Numbers.bits;

import java.util.List;

/** Reductions and random blocks. */
final class ReductionCases {
  private ReductionCases() {}

  static void add(int n, List<KernelCase> cases) {
    float[] x = Numbers.floats(n + 9, 5);
    float[] y = Numbers.floats(n + 9, 6);
    double[] dx = Numbers.doubles(n + 9, 5);
    double[] dy = Numbers.doubles(n + 9, 6);
    float[] spoilt = x.clone();
    spoilt[3 + n / 2] = Float.NaN;
    KernelCase.add(cases, "sum float", k -> bits(k.reductions().sum(x, 3, n)));
    KernelCase.add(cases, "sum double", k -> bits(k.reductions().sum(dx, 3, n)));
    KernelCase.add(cases, "sumDouble", k -> bits(k.reductions().sumDouble(x, 3, n)));
    KernelCase.add(cases, "dot float", k -> bits(k.reductions().dot(x, 3, y, 1, n)));
    KernelCase.add(cases, "dot double", k -> bits(k.reductions().dot(dx, 3, dy, 1, n)));
    KernelCase.add(cases, "dotDouble", k -> bits(k.reductions().dotDouble(x, 3, y, 1, n)));
    KernelCase.add(cases, "sumSquares float", k -> bits(k.reductions().sumSquares(x, 3, n)));
    KernelCase.add(cases, "sumSquares double", k -> bits(k.reductions().sumSquares(dx, 3, n)));
    KernelCase.add(cases, "sumSquaresDouble", k -> bits(k.reductions().sumSquaresDouble(x, 3, n)));
    KernelCase.add(cases, "maxAbs float", k -> bits(k.reductions().maxAbs(x, 3, n)));
    KernelCase.add(cases, "maxAbs of NaN", k -> bits(k.reductions().maxAbs(spoilt, 3, n)));
    KernelCase.add(cases, "maxAbs double", k -> bits(k.reductions().maxAbs(dx, 3, n)));
    KernelCase.add(
        cases,
        "uniforms",
        k -> {
          float[] out = new float[n + 9];
          k.uniforms().fill(0x123456789ABCDEFL, -77L, (1L << 32) - 3, out, 3, 3 + n);
          return bits(out);
        });
  }
}
