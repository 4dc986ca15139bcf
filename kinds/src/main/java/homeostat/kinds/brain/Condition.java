package homeostat.kinds.brain;

import homeostat.spiking.brain.BrainEngine;
import homeostat.spiking.brain.Drive;
import homeostat.spiking.brain.ListedDrive;
import homeostat.spiking.brain.PoissonDrive;
import java.util.List;

/**
 * What is done to the brain in some trials.
 *
 * @param name for tables and figures
 * @param change the set that a screen silences or activates; empty for none
 * @param groups who is driven at a rate
 * @param listed events from tables
 * @param driven [neuron] whether it is driven
 * @param engine of the brain as it is then
 */
record Condition(
    String name,
    String change,
    List<PoissonDrive.Group> groups,
    List<ListedDrive> listed,
    boolean[] driven,
    BrainEngine engine) {

  /**
   * The input of a trial. Trials of one number get the same in every condition.
   *
   * @param dt time step, ms
   */
  Drive drive(double dt, long seed, int trial) {
    PoissonDrive poisson = PoissonDrive.of(groups, dt, seed, trial);
    return (from, to, events) -> {
      poisson.add(from, to, events);
      for (ListedDrive list : listed) {
        list.add(from, to, events);
      }
    };
  }
}
