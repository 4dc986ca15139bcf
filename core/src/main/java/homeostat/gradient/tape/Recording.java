package homeostat.gradient.tape;

import homeostat.kernel.Kernels;
import java.util.List;

/**
 * What an operation is bound to.
 *
 * @param layer the name that the model gave to this use
 * @param in operands
 * @param out result
 * @param kernels arithmetic to use
 * @param products matrix products, on the threads of the tape
 */
public record Recording(String layer, List<Var> in, Var out, Kernels kernels, Products products) {
  public Recording {
    in = List.copyOf(in);
  }

  /** Operand {@code i}. */
  public Var in(int i) {
    return in.get(i);
  }
}
