package homeostat.connectome.format;

import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.connectome.EdgeBuffer;
import homeostat.kernel.Csr;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A dense matrix of a file, row-major.
 *
 * @param file where it is from
 * @param name of the array; empty where a file holds only one
 * @param array of two axes
 */
record DenseMatrix(Path file, String name, NdArray array) {

  DenseMatrix {
    if (array.shape().length != 2) {
      throw fault(
          file, name, "has " + array.shape().length + " axes; weights are a matrix of two axes");
    }
  }

  int rows() {
    return array.shape()[0];
  }

  int cols() {
    return array.shape()[1];
  }

  /** Complains unless rows and columns are the given numbers. */
  DenseMatrix sized(int rows, int cols, String why) {
    if (rows() != rows || cols() != cols) {
      throw fault("is " + rows() + " x " + cols() + "; it must be " + rows + " x " + cols + why);
    }
    return this;
  }

  DenseMatrix square() {
    if (rows() != cols()) {
      throw fault(
          "is "
              + rows()
              + " x "
              + cols()
              + "; weights among the same nodes must be square: cut or transpose the right array");
    }
    return this;
  }

  /** The value at a position; NaN and infinity are complained about. */
  double finite(int position) {
    double value = array.at(position);
    if (!Double.isFinite(value)) {
      throw fault("is " + value + at(position) + "; weights must be finite: replace it");
    }
    return value;
  }

  /** ", at [row, column]" for a message. */
  String at(int position) {
    return " at [" + position / cols() + ", " + position % cols() + "]";
  }

  /** A position for a message. */
  String place(int position) {
    return (name.isEmpty() ? "the matrix" : "array '" + name + "'") + at(position).substring(3);
  }

  /**
   * The connections: where {@code mask} is not 0, or without a mask where the value is not 0.
   *
   * @param signed whether negative values are allowed
   */
  Csr toCsr(Optional<DenseMatrix> mask, boolean signed) {
    EdgeBuffer edges = new EdgeBuffer();
    int at = 0;
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < cols(); j++, at++) {
        double value = finite(at);
        if (value < 0 && !signed) {
          throw fault(
              "is "
                  + value
                  + at(at)
                  + "; these weights must not be negative (the sign lives in the reversal"
                  + " potential): store magnitudes");
        }
        boolean connected = mask.isPresent() ? mask.get().array.at(at) != 0 : value != 0;
        if (connected) {
          edges.add(i, j, value);
        } else if (value != 0) {
          throw fault(
              "is "
                  + value
                  + at(at)
                  + ", where array '"
                  + mask.get().name
                  + "' says there is no connection: set one or the other");
        }
      }
    }
    return edges.toCsr(rows(), cols());
  }

  FormatException fault(String problem) {
    return fault(file, name, problem);
  }

  private static FormatException fault(Path file, String name, String problem) {
    return new FormatException(file, name.isEmpty() ? "" : "array '" + name + "'", problem);
  }
}
