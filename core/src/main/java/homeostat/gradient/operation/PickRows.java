package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Elementwise;
import java.util.Arrays;

/**
 * Some rows of a matrix, in any order: those that a loss scores, or [time][batch] turned into
 * [batch][time]. A row that is picked twice gets both gradients.
 *
 * @param rows which row each row of the result is
 */
public record PickRows(int[] rows) implements Operation {
  public PickRows {
    rows = rows.clone();
    if (rows.length == 0 || Arrays.stream(rows).anyMatch(row -> row < 0)) {
      throw new IllegalArgumentException("rows " + Arrays.toString(rows) + " cannot be picked");
    }
  }

  @Override
  public String name() {
    return "pick-rows";
  }

  @Override
  public Shape shape(Shapes in) {
    Shape x = in.count(1).get(0);
    for (int row : rows) {
      in.require(row < x.rows(), "there is no row " + row);
    }
    return new Shape(rows.length, x.cols());
  }

  @Override
  public Step bind(Recording recording) {
    Var x = recording.in(0);
    Var out = recording.out();
    int cols = x.shape().cols();
    Elementwise kernel = recording.kernels().elementwise();
    return new Step() {
      @Override
      public void forward() {
        for (int i = 0; i < rows.length; i++) {
          System.arraycopy(x.value(), rows[i] * cols, out.value(), i * cols, cols);
        }
      }

      @Override
      public void backward() {
        for (int i = 0; i < rows.length; i++) {
          kernel.add(out.adjoint(), i * cols, x.adjoint(), rows[i] * cols, cols);
        }
      }
    };
  }
}
