package homeostat.kernel.simd;

import static homeostat.kernel.FloatFunctions.EXP_HIGHEST;
import static homeostat.kernel.FloatFunctions.EXP_LOWEST;
import static homeostat.kernel.FloatFunctions.LN2_HIGH;
import static homeostat.kernel.FloatFunctions.LN2_LOW;
import static homeostat.kernel.FloatFunctions.LOG2_E;
import static homeostat.kernel.FloatFunctions.ROOT_HALF_BITS;
import static homeostat.kernel.FloatFunctions.ROUNDER;
import static homeostat.kernel.FloatFunctions.ROUNDER_BITS;
import static homeostat.kernel.FloatFunctions.TANH_HIGHEST;

import homeostat.kernel.FloatFunctions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatFunctions}, lane by lane: the same operations in the same order, hence the same bits.
 *
 * <p>Only calls into the vector library are free of the compiler's budget for inlining: a helper of
 * our own, called for every constant, made the vectors of the longer functions fall back to the
 * heap, and so does a method of more than 325 bytes of code.
 */
final class FloatLanes {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int WIDTH = SPECIES.length();

  private FloatLanes() {}

  static FloatVector exp(FloatVector x) {
    FloatVector c = x.blend(EXP_HIGHEST, x.compare(VectorOperators.GT, EXP_HIGHEST));
    c = c.blend(EXP_LOWEST, c.compare(VectorOperators.LT, EXP_LOWEST));
    FloatVector t =
        c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ROUNDER));
    FloatVector n = t.sub(ROUNDER);
    IntVector k = t.reinterpretAsInts().sub(ROUNDER_BITS);
    FloatVector r =
        n.fma(
            FloatVector.broadcast(SPECIES, -LN2_LOW),
            n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), c));
    FloatVector p =
        series(r)
            .fma(r, FloatVector.broadcast(SPECIES, 1f))
            .fma(r, FloatVector.broadcast(SPECIES, 1f));
    IntVector half = k.lanewise(VectorOperators.ASHR, 1);
    return p.mul(half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats())
        .mul(k.sub(half).add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats());
  }

  private static FloatVector series(FloatVector r) {
    FloatVector p =
        FloatVector.broadcast(SPECIES, 1f / 5040).fma(r, FloatVector.broadcast(SPECIES, 1f / 720));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 1f / 120));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 1f / 24));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 1f / 6));
    return p.fma(r, FloatVector.broadcast(SPECIES, 0.5f));
  }

  static FloatVector log(FloatVector x) {
    var small = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
    IntVector bits = x.blend(x.mul(0x1p25f), small).reinterpretAsInts();
    IntVector k = bits.sub(ROOT_HALF_BITS).lanewise(VectorOperators.ASHR, 23);
    FloatVector m = bits.sub(k.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats();
    FloatVector e =
        k.add(ROUNDER_BITS)
            .reinterpretAsFloats()
            .sub(FloatVector.broadcast(SPECIES, ROUNDER).blend(ROUNDER + 25, small));
    FloatVector f = m.sub(1f);
    FloatVector s = f.div(f.add(2f));
    FloatVector z = s.mul(s);
    FloatVector p = logSeries(z);
    FloatVector half = f.mul(0.5f).mul(f);
    FloatVector low = s.fma(p.fma(z, half), e.mul(LN2_LOW));
    FloatVector y = e.fma(FloatVector.broadcast(SPECIES, LN2_HIGH), f.sub(half.sub(low)));
    y = y.blend(x, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY));
    y = y.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f));
    return FloatVector.broadcast(SPECIES, Float.NaN).blend(y, x.compare(VectorOperators.GE, 0f));
  }

  private static FloatVector logSeries(FloatVector z) {
    FloatVector p =
        FloatVector.broadcast(SPECIES, 2f / 11).fma(z, FloatVector.broadcast(SPECIES, 2f / 9));
    p = p.fma(z, FloatVector.broadcast(SPECIES, 2f / 7));
    p = p.fma(z, FloatVector.broadcast(SPECIES, 2f / 5));
    return p.fma(z, FloatVector.broadcast(SPECIES, 2f / 3));
  }

  static FloatVector tanh(FloatVector x) {
    IntVector sign = x.reinterpretAsInts().and(0x80000000);
    FloatVector a = x.reinterpretAsInts().and(0x7FFFFFFF).reinterpretAsFloats();
    a = a.blend(TANH_HIGHEST, a.compare(VectorOperators.GT, TANH_HIGHEST));
    FloatVector c = a.add(a);
    FloatVector t =
        c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ROUNDER));
    FloatVector n = t.sub(ROUNDER);
    IntVector k = t.reinterpretAsInts().sub(ROUNDER_BITS);
    FloatVector r =
        n.fma(
            FloatVector.broadcast(SPECIES, -LN2_LOW),
            n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), c));
    FloatVector p = r.mul(r).fma(series(r), r);
    FloatVector scale = k.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    FloatVector q = scale.fma(p, scale.sub(1f));
    return q.div(q.add(2f)).reinterpretAsInts().or(sign).reinterpretAsFloats();
  }

  static FloatVector sigmoid(FloatVector x) {
    FloatVector t = exp(x.reinterpretAsInts().or(0x80000000).reinterpretAsFloats());
    return t.blend(1f, x.compare(VectorOperators.GE, 0f)).div(t.add(1f));
  }

  static FloatVector softplus(FloatVector x) {
    FloatVector t = exp(x.reinterpretAsInts().or(0x80000000).reinterpretAsFloats());
    FloatVector p =
        FloatVector.broadcast(SPECIES, 0.0053648264f)
            .fma(t, FloatVector.broadcast(SPECIES, -0.0300658f));
    p = p.fma(t, FloatVector.broadcast(SPECIES, 0.079204544f));
    p = p.fma(t, FloatVector.broadcast(SPECIES, -0.13753803f));
    p = p.fma(t, FloatVector.broadcast(SPECIES, 0.19153656f));
    p = p.fma(t, FloatVector.broadcast(SPECIES, -0.24857163f));
    p = p.fma(t, FloatVector.broadcast(SPECIES, 0.33321324f));
    p = p.fma(t, FloatVector.broadcast(SPECIES, -0.49999648f));
    p = p.fma(t, FloatVector.broadcast(SPECIES, 1f));
    return t.fma(p, FloatVector.broadcast(SPECIES, 0f).blend(x, x.compare(VectorOperators.GT, 0f)));
  }
}
