package homeostat.kernel.simd;

import homeostat.kernel.Potentials;
import homeostat.kernel.scalar.ScalarPotentials;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/**
 * {@link Potentials} four vectors at a time: one branch asks whether any of their neurons is above
 * threshold, which is rare, and the scalar twin then says which. A sum of two products is the same
 * in either order, so both lanes of a neuron hold its potential.
 */
final class SimdPotentials implements Potentials {
  private static final int TURN = 4;
  private static final VectorShuffle<Double> DOUBLE_PAIRS =
      VectorShuffle.fromOp(DoubleLanes.SPECIES, lane -> lane ^ 1);
  private static final VectorShuffle<Float> FLOAT_PAIRS =
      VectorShuffle.fromOp(FloatLanes.SPECIES, lane -> lane ^ 1);

  private final Potentials rest = new ScalarPotentials();

  @Override
  public int above(
      double[] state,
      int from,
      int to,
      double x,
      double y,
      double threshold,
      int[] out,
      int count) {
    DoubleVector factors = doubles(x, -y);
    int turn = TURN * DoubleLanes.WIDTH;
    int found = count;
    int i = 2 * from;
    for (; i <= 2 * to - turn; i += turn) {
      DoubleVector p0 = DoubleVector.fromArray(DoubleLanes.SPECIES, state, i).mul(factors);
      DoubleVector p1 =
          DoubleVector.fromArray(DoubleLanes.SPECIES, state, i + DoubleLanes.WIDTH).mul(factors);
      DoubleVector p2 =
          DoubleVector.fromArray(DoubleLanes.SPECIES, state, i + 2 * DoubleLanes.WIDTH)
              .mul(factors);
      DoubleVector p3 =
          DoubleVector.fromArray(DoubleLanes.SPECIES, state, i + 3 * DoubleLanes.WIDTH)
              .mul(factors);
      DoubleVector u0 = p0.add(p0.rearrange(DOUBLE_PAIRS));
      DoubleVector u1 = p1.add(p1.rearrange(DOUBLE_PAIRS));
      DoubleVector u2 = p2.add(p2.rearrange(DOUBLE_PAIRS));
      DoubleVector u3 = p3.add(p3.rearrange(DOUBLE_PAIRS));
      VectorMask<Double> any =
          u0.compare(VectorOperators.GT, threshold)
              .or(u1.compare(VectorOperators.GT, threshold))
              .or(u2.compare(VectorOperators.GT, threshold))
              .or(u3.compare(VectorOperators.GT, threshold));
      if (any.anyTrue()) {
        found = rest.above(state, i / 2, (i + turn) / 2, x, y, threshold, out, found);
      }
    }
    return rest.above(state, i / 2, to, x, y, threshold, out, found);
  }

  @Override
  public void rescale(double[] state, int from, int to, double x, double y, double tiny) {
    DoubleVector factors = doubles(x, y);
    int i = 2 * from;
    for (; i <= 2 * to - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector scaled = DoubleVector.fromArray(DoubleLanes.SPECIES, state, i).mul(factors);
      scaled.blend(0.0, scaled.abs().compare(VectorOperators.LT, tiny)).intoArray(state, i);
    }
    rest.rescale(state, i / 2, to, x, y, tiny);
  }

  @Override
  public int above(
      float[] state, int from, int to, float x, float y, float threshold, int[] out, int count) {
    FloatVector factors = floats(x, -y);
    int turn = TURN * FloatLanes.WIDTH;
    int found = count;
    int i = 2 * from;
    for (; i <= 2 * to - turn; i += turn) {
      FloatVector p0 = FloatVector.fromArray(FloatLanes.SPECIES, state, i).mul(factors);
      FloatVector p1 =
          FloatVector.fromArray(FloatLanes.SPECIES, state, i + FloatLanes.WIDTH).mul(factors);
      FloatVector p2 =
          FloatVector.fromArray(FloatLanes.SPECIES, state, i + 2 * FloatLanes.WIDTH).mul(factors);
      FloatVector p3 =
          FloatVector.fromArray(FloatLanes.SPECIES, state, i + 3 * FloatLanes.WIDTH).mul(factors);
      FloatVector u0 = p0.add(p0.rearrange(FLOAT_PAIRS));
      FloatVector u1 = p1.add(p1.rearrange(FLOAT_PAIRS));
      FloatVector u2 = p2.add(p2.rearrange(FLOAT_PAIRS));
      FloatVector u3 = p3.add(p3.rearrange(FLOAT_PAIRS));
      VectorMask<Float> any =
          u0.compare(VectorOperators.GT, threshold)
              .or(u1.compare(VectorOperators.GT, threshold))
              .or(u2.compare(VectorOperators.GT, threshold))
              .or(u3.compare(VectorOperators.GT, threshold));
      if (any.anyTrue()) {
        found = rest.above(state, i / 2, (i + turn) / 2, x, y, threshold, out, found);
      }
    }
    return rest.above(state, i / 2, to, x, y, threshold, out, found);
  }

  @Override
  public void rescale(float[] state, int from, int to, float x, float y, float tiny) {
    FloatVector factors = floats(x, y);
    int i = 2 * from;
    for (; i <= 2 * to - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector scaled = FloatVector.fromArray(FloatLanes.SPECIES, state, i).mul(factors);
      scaled.blend(0f, scaled.abs().compare(VectorOperators.LT, tiny)).intoArray(state, i);
    }
    rest.rescale(state, i / 2, to, x, y, tiny);
  }

  /** even, odd, even, odd, ... */
  private static DoubleVector doubles(double even, double odd) {
    return DoubleVector.broadcast(DoubleLanes.SPECIES, even)
        .blend(odd, VectorMask.fromLong(DoubleLanes.SPECIES, 0xAAAAAAAAAAAAAAAAL));
  }

  private static FloatVector floats(float even, float odd) {
    return FloatVector.broadcast(FloatLanes.SPECIES, even)
        .blend(odd, VectorMask.fromLong(FloatLanes.SPECIES, 0xAAAAAAAAAAAAAAAAL));
  }
}
