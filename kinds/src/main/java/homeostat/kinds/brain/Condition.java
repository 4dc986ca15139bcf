package homeostat.kinds.brain;

import homeostat.spiking.brain.BrainEngine;
import homeostat.spiking.brain.PoissonDrive;
import java.util.List;

/**
 * What is done to the brain in some trials.
 *
 * @param name for tables and figures
 * @param change the set that a screen silences or activates; empty for none
 * @param groups who is driven
 * @param driven [neuron] whether it is driven
 * @param engine of the brain as it is then
 */
record Condition(
    String name,
    String change,
    List<PoissonDrive.Group> groups,
    boolean[] driven,
    BrainEngine engine) {}
