package homeostat.kernel.simd;

import static homeostat.kernel.DoubleFunctions.EXP_HIGHEST;
import static homeostat.kernel.DoubleFunctions.EXP_LOWEST;
import static homeostat.kernel.DoubleFunctions.LN2_HIGH;
import static homeostat.kernel.DoubleFunctions.LN2_LOW;
import static homeostat.kernel.DoubleFunctions.LOG2_E;
import static homeostat.kernel.DoubleFunctions.ROOT_HALF_BITS;
import static homeostat.kernel.DoubleFunctions.ROUNDER;
import static homeostat.kernel.DoubleFunctions.ROUNDER_BITS;
import static homeostat.kernel.DoubleFunctions.TANH_HIGHEST;

import homeostat.kernel.DoubleFunctions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link DoubleFunctions}, lane by lane: the same operations in the same order, hence the same
 * bits.
 *
 * <p>Only calls into the vector library are free of the compiler's budget for inlining: a helper of
 * our own, called for every constant, made the vectors of the longer functions fall back to the
 * heap, and so does a method of more than 325 bytes of code.
 */
final class DoubleLanes {
  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  static final int WIDTH = SPECIES.length();

  private DoubleLanes() {}

  static DoubleVector exp(DoubleVector x) {
    DoubleVector c = x.blend(EXP_HIGHEST, x.compare(VectorOperators.GT, EXP_HIGHEST));
    c = c.blend(EXP_LOWEST, c.compare(VectorOperators.LT, EXP_LOWEST));
    DoubleVector t =
        c.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, ROUNDER));
    DoubleVector n = t.sub(ROUNDER);
    LongVector k = t.reinterpretAsLongs().sub(ROUNDER_BITS);
    DoubleVector r =
        n.fma(
            DoubleVector.broadcast(SPECIES, -LN2_LOW),
            n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), c));
    DoubleVector p =
        series(r)
            .fma(r, DoubleVector.broadcast(SPECIES, 1.0))
            .fma(r, DoubleVector.broadcast(SPECIES, 1.0));
    LongVector half = k.lanewise(VectorOperators.ASHR, 1);
    return p.mul(half.add(1023L).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles())
        .mul(k.sub(half).add(1023L).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles());
  }

  private static DoubleVector series(DoubleVector r) {
    DoubleVector p =
        DoubleVector.broadcast(SPECIES, 1.0 / 6227020800.0)
            .fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 479001600.0));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 39916800));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 3628800));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 362880));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 40320));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 5040));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 720));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 120));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 24));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 6));
    return p.fma(r, DoubleVector.broadcast(SPECIES, 0.5));
  }

  static DoubleVector log(DoubleVector x) {
    var small = x.compare(VectorOperators.LT, Double.MIN_NORMAL);
    LongVector bits = x.blend(x.mul(0x1p54), small).reinterpretAsLongs();
    LongVector k = bits.sub(ROOT_HALF_BITS).lanewise(VectorOperators.ASHR, 52);
    DoubleVector m = bits.sub(k.lanewise(VectorOperators.LSHL, 52)).reinterpretAsDoubles();
    DoubleVector e =
        k.add(ROUNDER_BITS)
            .reinterpretAsDoubles()
            .sub(DoubleVector.broadcast(SPECIES, ROUNDER).blend(ROUNDER + 54, small));
    DoubleVector f = m.sub(1.0);
    DoubleVector s = f.div(f.add(2.0));
    DoubleVector z = s.mul(s);
    DoubleVector p = logSeries(z);
    DoubleVector half = f.mul(0.5).mul(f);
    DoubleVector low = s.fma(p.fma(z, half), e.mul(LN2_LOW));
    DoubleVector y = e.fma(DoubleVector.broadcast(SPECIES, LN2_HIGH), f.sub(half.sub(low)));
    y = y.blend(x, x.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY));
    y = y.blend(Double.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0.0));
    return DoubleVector.broadcast(SPECIES, Double.NaN).blend(y, x.compare(VectorOperators.GE, 0.0));
  }

  private static DoubleVector logSeries(DoubleVector z) {
    DoubleVector p =
        DoubleVector.broadcast(SPECIES, 2.0 / 23).fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 21));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 19));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 17));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 15));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 13));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 11));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 9));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 7));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 5));
    return p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 3));
  }

  static DoubleVector tanh(DoubleVector x) {
    LongVector sign = x.reinterpretAsLongs().and(Long.MIN_VALUE);
    DoubleVector a = x.reinterpretAsLongs().and(Long.MAX_VALUE).reinterpretAsDoubles();
    a = a.blend(TANH_HIGHEST, a.compare(VectorOperators.GT, TANH_HIGHEST));
    DoubleVector c = a.add(a);
    DoubleVector t =
        c.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, ROUNDER));
    DoubleVector n = t.sub(ROUNDER);
    LongVector k = t.reinterpretAsLongs().sub(ROUNDER_BITS);
    DoubleVector r =
        n.fma(
            DoubleVector.broadcast(SPECIES, -LN2_LOW),
            n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), c));
    DoubleVector p = r.mul(r).fma(series(r), r);
    DoubleVector scale = k.add(1023L).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
    DoubleVector q = scale.fma(p, scale.sub(1.0));
    return q.div(q.add(2.0)).reinterpretAsLongs().or(sign).reinterpretAsDoubles();
  }

  static DoubleVector sigmoid(DoubleVector x) {
    DoubleVector t = exp(x.reinterpretAsLongs().or(Long.MIN_VALUE).reinterpretAsDoubles());
    return t.blend(1.0, x.compare(VectorOperators.GE, 0.0)).div(t.add(1.0));
  }

  static DoubleVector softplus(DoubleVector x) {
    DoubleVector t = exp(x.reinterpretAsLongs().or(Long.MIN_VALUE).reinterpretAsDoubles());
    DoubleVector s = t.div(t.add(2.0));
    DoubleVector z = s.mul(s);
    DoubleVector p =
        DoubleVector.broadcast(SPECIES, 2.0 / 31).fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 29));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 27));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 25));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 23));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 21));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 19));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 17));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 15));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 13));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 11));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 9));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 7));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 5));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0 / 3));
    DoubleVector positive =
        DoubleVector.broadcast(SPECIES, 0.0).blend(x, x.compare(VectorOperators.GT, 0.0));
    return positive.add(s.mul(z).fma(p, s.add(s)));
  }
}
