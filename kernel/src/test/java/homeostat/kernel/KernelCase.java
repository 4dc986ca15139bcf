package homeostat.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One call of one verb on fixed input.
 *
 * @param name the verb and its type
 * @param run gives the bits of everything the verb may have written, margins included
 */
record KernelCase(String name, Function<Kernels, long[]> run) {

  /** Every verb on {@code n} elements, with offsets that put no array on a vector boundary. */
  static List<KernelCase> all(int n) {
    var cases = new ArrayList<KernelCase>();
    FloatVectorCases.add(n, cases);
    DoubleVectorCases.add(n, cases);
    ReductionCases.add(n, cases);
    MatrixCases.add(Math.min(n, 40), cases);
    MembraneCases.add(Math.min(n, 40), cases);
    return cases;
  }

  static void add(List<KernelCase> cases, String name, Function<Kernels, long[]> run) {
    cases.add(new KernelCase(name, run));
  }
}
