package homeostat.kernel.simd;

import homeostat.kernel.Philox;
import homeostat.kernel.Uniforms;
import homeostat.kernel.scalar.ScalarUniforms;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** {@link Uniforms} with one block of {@link Philox} in each 64-bit lane, one word a vector. */
final class SimdUniforms implements Uniforms {
  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
  private static final int BLOCKS = SPECIES.length();
  private static final long LOW = 0xFFFFFFFFL;
  private static final VectorShuffle<Long> FIRST = VectorShuffle.makeZip(SPECIES, 0);
  private static final VectorShuffle<Long> SECOND = VectorShuffle.makeZip(SPECIES, 1);

  private final Uniforms rest = new ScalarUniforms();

  @Override
  public void fill(long key, long branch, long block, float[] out, int from, int to) {
    int i = from;
    long next = block;
    for (; i <= to - 4 * BLOCKS; i += 4 * BLOCKS) {
      blocks(key, branch, next, out, i);
      next += BLOCKS;
    }
    rest.fill(key, branch, next, out, i, to);
  }

  private static void blocks(long key, long branch, long block, float[] out, int at) {
    LongVector counter = LongVector.broadcast(SPECIES, block).addIndex(1);
    LongVector c0 = counter.and(LOW);
    LongVector c1 = counter.lanewise(VectorOperators.LSHR, 32);
    LongVector c2 = LongVector.broadcast(SPECIES, branch & LOW);
    LongVector c3 = LongVector.broadcast(SPECIES, branch >>> 32);
    LongVector m0 = LongVector.broadcast(SPECIES, Philox.M0);
    LongVector m1 = LongVector.broadcast(SPECIES, Philox.M1);
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < Philox.ROUNDS; round++) {
      LongVector p0 = c0.and(LOW).mul(m0);
      LongVector p1 = c2.and(LOW).mul(m1);
      c0 =
          p1.lanewise(VectorOperators.LSHR, 32)
              .lanewise(VectorOperators.XOR, c1)
              .lanewise(VectorOperators.XOR, k0 & LOW);
      c1 = p1.and(LOW);
      c2 =
          p0.lanewise(VectorOperators.LSHR, 32)
              .lanewise(VectorOperators.XOR, c3)
              .lanewise(VectorOperators.XOR, k1 & LOW);
      c3 = p0.and(LOW);
      k0 += Philox.W0;
      k1 += Philox.W1;
    }
    LongVector left = c0.or(c1.lanewise(VectorOperators.LSHL, 32));
    LongVector right = c2.or(c3.lanewise(VectorOperators.LSHL, 32));
    unit(left.rearrange(FIRST, right)).intoArray(out, at);
    unit(left.rearrange(SECOND, right)).intoArray(out, at + 2 * BLOCKS);
  }

  private static FloatVector unit(LongVector words) {
    return ((FloatVector)
            words
                .reinterpretAsInts()
                .lanewise(VectorOperators.LSHR, 8)
                .convert(VectorOperators.I2F, 0))
        .mul(0x1.0p-24f);
  }
}
