package homeostat.gradient.operation;

import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;

/** The rule of operations on two matrices of which the second may be a row. */
final class Broadcast {
  private Broadcast() {}

  static Shape shape(Shapes in) {
    in.count(2);
    Shape a = in.get(0);
    Shape b = in.get(1);
    in.require(
        a.equals(b) || (b.rows() == 1 && b.cols() == a.cols()),
        "b must have the shape of a, or be a row of a's columns");
    return a;
  }
}
