package homeostat.kernel.membrane;

/**
 * The steps that {@link MembraneSteps#retreat} crosses, each one step before the other: it finishes
 * the adjoint of a and b and begins that of c and d. A step that is not there changes nothing; at
 * its place stands any other. At the end of a chunk nothing is to be finished, at its start nothing
 * begins, and an odd number of steps has a "pair" of one.
 *
 * @param finish how many of a and b there are, 0 to 2
 * @param begin how many of c and d there are, 0 to 2
 */
public record StepPair(
    int finish, int begin, MembraneStep a, MembraneStep b, MembraneStep c, MembraneStep d) {

  /** 1 if a step is there, else 0. */
  public static float there(boolean is) {
    return is ? 1 : 0;
  }

  /** All flags if a step is there, else none. */
  public static int flags(boolean is) {
    return is ? 0xFFFF : 0;
  }
}
