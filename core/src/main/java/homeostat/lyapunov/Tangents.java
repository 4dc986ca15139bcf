package homeostat.lyapunov;

import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.arithmetic.Orthonormal;
import homeostat.lyapunov.arithmetic.Qr;
import homeostat.lyapunov.system.TangentSystem;

/**
 * A state with a frame of deviations on its way through a system.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Tangents<A> {
  final TangentSystem<A> system;
  final Arithmetic<A> arithmetic;
  final int columns;
  final A x;
  final A frame;
  private final Orthonormal<A> orthonormal;
  private final A r;
  long n;

  /** At a start, with a frame that is orthonormalised first unless it already is. */
  Tangents(TangentSystem<A> system, double[] start, double[] frame, boolean orthonormalised) {
    this.system = system;
    arithmetic = system.arithmetic();
    int size = system.size();
    columns = frame.length / size;
    if (start.length != size || columns * size != frame.length || columns < 1 || columns > size) {
      throw new IllegalArgumentException(
          "%d variables: the start has %d, the frame %d numbers, which is not 1 to %d columns"
              .formatted(size, start.length, frame.length, size));
    }
    x = arithmetic.from(start);
    orthonormal = new Orthonormal<>(arithmetic, size, columns);
    r = arithmetic.array(columns * columns);
    if (orthonormalised) {
      this.frame = arithmetic.from(frame);
    } else {
      this.frame = arithmetic.from(StartFrame.orthonormal(frame, size, columns));
    }
  }

  /** Steps of the state alone. */
  void relax(long steps) {
    for (long i = 0; i < steps; i++) {
      system.advance(n++, x);
    }
  }

  /** Steps of both. */
  void advance(long steps) {
    for (long i = 0; i < steps; i++) {
      system.advance(n++, x, frame, columns);
    }
  }

  /**
   * Orthonormalises the frame.
   *
   * @param growth receives ln R_jj, [columns]
   * @return the spread, ln(max R_jj / min R_jj)
   */
  double orthonormalise(double[] growth) {
    double spread = orthonormal.factor(frame, r);
    for (int j = 0; j < columns; j++) {
      growth[j] = StrictMath.log(arithmetic.get(r, j * columns + j));
    }
    return spread;
  }

  /**
   * The same by reflections, with the signs that they give.
   *
   * @param growth receives ln |R_jj|, [columns]
   * @return R_jj, [columns]
   */
  double[] reflect(double[] growth) {
    Qr qr = Qr.of(frame(), system.size(), columns);
    arithmetic.from(qr.q(), frame);
    double[] diagonal = new double[columns];
    for (int j = 0; j < columns; j++) {
      diagonal[j] = qr.r()[j * columns + j];
      growth[j] = StrictMath.log(Math.abs(diagonal[j]));
    }
    return diagonal;
  }

  /** The last R of {@link #orthonormalise}, [columns][columns], upper triangular. */
  double[] upper() {
    double[] out = new double[columns * columns];
    arithmetic.toDoubles(r, out);
    return out;
  }

  /** The state in 64 bits. */
  double[] state() {
    double[] out = new double[system.size()];
    arithmetic.toDoubles(x, out);
    return out;
  }

  /** The frame in 64 bits. */
  double[] frame() {
    double[] out = new double[system.size() * columns];
    arithmetic.toDoubles(frame, out);
    return out;
  }
}
