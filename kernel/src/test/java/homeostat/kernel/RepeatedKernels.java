package homeostat.kernel;

import java.util.Arrays;

/** Started in a JVM of its own: calls every verb again and again on one input. */
final class RepeatedKernels {
  private RepeatedKernels() {}

  /**
   * Prints the name of the kernels, the reason of the choice and a digest of all results; a verb
   * that ever gives other bits than at first is named, and ends the program with status 1.
   *
   * @param args the number of repeats
   */
  public static void main(String[] args) {
    int repeats = Integer.parseInt(args[0]);
    Kernels kernels = Kernels.active();
    long digest = 0;
    for (KernelCase each : KernelCase.all(21)) {
      long[] first = each.run().apply(kernels);
      for (int i = 1; i < repeats; i++) {
        if (!Arrays.equals(first, each.run().apply(kernels))) {
          System.out.println("call " + i + " of " + each.name() + " gave other bits");
          System.exit(1);
        }
      }
      digest = digest * 31 + Arrays.hashCode(first);
    }
    System.out.println(kernels.name());
    System.out.println(kernels.reason());
    System.out.println(Long.toHexString(digest));
  }
}
