package homeostat.lyapunov;

/**
 * Numbers of steps as the published program computes them, in plain double arithmetic with its
 * ceilings.
 *
 * @param transientSteps steps of each of the two transients
 * @param states states of the trajectory, the first included
 */
public record PublishedSteps(int transientSteps, int states) {
  static PublishedSteps of(double simulated, double dt) {
    int steps = (int) Math.ceil(simulated / dt);
    int transientSteps = (int) Math.ceil(0.01 * steps);
    return new PublishedSteps(transientSteps, steps + 2 * transientSteps);
  }
}
