package homeostat.kernel.simd;

import homeostat.kernel.Lanes;
import homeostat.kernel.Reductions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Reductions} with a vector for each group of logical lanes. A machine whose vectors are
 * narrower than the logical lanes passes over the data once for each group.
 */
final class SimdReductions implements Reductions {
  /** As many floats as a vector has doubles. */
  private static final VectorSpecies<Float> HALF =
      VectorSpecies.of(
          float.class, VectorShape.forBitSize(DoubleLanes.SPECIES.vectorBitSize() / 2));

  @Override
  public float sum(float[] x, int xAt, int length) {
    float[] lanes = new float[Lanes.FLOATS];
    int bound = length & -Lanes.FLOATS;
    for (int part = 0; part < Lanes.FLOATS; part += FloatLanes.WIDTH) {
      FloatVector sums = FloatVector.zero(FloatLanes.SPECIES);
      for (int i = part; i < bound; i += Lanes.FLOATS) {
        sums = sums.add(FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i));
      }
      sums.intoArray(lanes, part);
    }
    for (int i = bound; i < length; i++) {
      lanes[i - bound] += x[xAt + i];
    }
    return Lanes.sum(lanes);
  }

  @Override
  public float dot(float[] x, int xAt, float[] y, int yAt, int length) {
    float[] lanes = new float[Lanes.FLOATS];
    int bound = length & -Lanes.FLOATS;
    for (int part = 0; part < Lanes.FLOATS; part += FloatLanes.WIDTH) {
      FloatVector sums = FloatVector.zero(FloatLanes.SPECIES);
      for (int i = part; i < bound; i += Lanes.FLOATS) {
        sums =
            FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i)
                .fma(FloatVector.fromArray(FloatLanes.SPECIES, y, yAt + i), sums);
      }
      sums.intoArray(lanes, part);
    }
    for (int i = bound; i < length; i++) {
      lanes[i - bound] = Math.fma(x[xAt + i], y[yAt + i], lanes[i - bound]);
    }
    return Lanes.sum(lanes);
  }

  @Override
  public float maxAbs(float[] x, int xAt, int length) {
    FloatVector most = FloatVector.zero(FloatLanes.SPECIES);
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      most =
          most.max(
              FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i).lanewise(VectorOperators.ABS));
    }
    float largest = 0;
    for (int lane = 0; lane < FloatLanes.WIDTH; lane++) {
      largest = Math.max(largest, most.lane(lane));
    }
    for (; i < length; i++) {
      largest = Math.max(largest, Math.abs(x[xAt + i]));
    }
    return largest;
  }

  @Override
  public double sum(double[] x, int xAt, int length) {
    double[] lanes = new double[Lanes.DOUBLES];
    int bound = length & -Lanes.DOUBLES;
    for (int part = 0; part < Lanes.DOUBLES; part += DoubleLanes.WIDTH) {
      DoubleVector sums = DoubleVector.zero(DoubleLanes.SPECIES);
      for (int i = part; i < bound; i += Lanes.DOUBLES) {
        sums = sums.add(DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i));
      }
      sums.intoArray(lanes, part);
    }
    for (int i = bound; i < length; i++) {
      lanes[i - bound] += x[xAt + i];
    }
    return Lanes.sum(lanes);
  }

  @Override
  public double dot(double[] x, int xAt, double[] y, int yAt, int length) {
    double[] lanes = new double[Lanes.DOUBLES];
    int bound = length & -Lanes.DOUBLES;
    for (int part = 0; part < Lanes.DOUBLES; part += DoubleLanes.WIDTH) {
      DoubleVector sums = DoubleVector.zero(DoubleLanes.SPECIES);
      for (int i = part; i < bound; i += Lanes.DOUBLES) {
        sums =
            DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i)
                .fma(DoubleVector.fromArray(DoubleLanes.SPECIES, y, yAt + i), sums);
      }
      sums.intoArray(lanes, part);
    }
    for (int i = bound; i < length; i++) {
      lanes[i - bound] = Math.fma(x[xAt + i], y[yAt + i], lanes[i - bound]);
    }
    return Lanes.sum(lanes);
  }

  @Override
  public double maxAbs(double[] x, int xAt, int length) {
    DoubleVector most = DoubleVector.zero(DoubleLanes.SPECIES);
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      most =
          most.max(
              DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i)
                  .lanewise(VectorOperators.ABS));
    }
    double largest = 0;
    for (int lane = 0; lane < DoubleLanes.WIDTH; lane++) {
      largest = Math.max(largest, most.lane(lane));
    }
    for (; i < length; i++) {
      largest = Math.max(largest, Math.abs(x[xAt + i]));
    }
    return largest;
  }

  @Override
  public double sumDouble(float[] x, int xAt, int length) {
    double[] lanes = new double[Lanes.DOUBLES];
    int bound = length & -Lanes.DOUBLES;
    for (int part = 0; part < Lanes.DOUBLES; part += DoubleLanes.WIDTH) {
      DoubleVector sums = DoubleVector.zero(DoubleLanes.SPECIES);
      for (int i = part; i < bound; i += Lanes.DOUBLES) {
        sums = sums.add(widen(x, xAt + i));
      }
      sums.intoArray(lanes, part);
    }
    for (int i = bound; i < length; i++) {
      lanes[i - bound] += x[xAt + i];
    }
    return Lanes.sum(lanes);
  }

  @Override
  public double dotDouble(float[] x, int xAt, float[] y, int yAt, int length) {
    double[] lanes = new double[Lanes.DOUBLES];
    int bound = length & -Lanes.DOUBLES;
    for (int part = 0; part < Lanes.DOUBLES; part += DoubleLanes.WIDTH) {
      DoubleVector sums = DoubleVector.zero(DoubleLanes.SPECIES);
      for (int i = part; i < bound; i += Lanes.DOUBLES) {
        sums = widen(x, xAt + i).fma(widen(y, yAt + i), sums);
      }
      sums.intoArray(lanes, part);
    }
    for (int i = bound; i < length; i++) {
      lanes[i - bound] = Math.fma((double) x[xAt + i], (double) y[yAt + i], lanes[i - bound]);
    }
    return Lanes.sum(lanes);
  }

  private static DoubleVector widen(float[] x, int at) {
    return (DoubleVector)
        FloatVector.fromArray(HALF, x, at)
            .convertShape(VectorOperators.F2D, DoubleLanes.SPECIES, 0);
  }
}
