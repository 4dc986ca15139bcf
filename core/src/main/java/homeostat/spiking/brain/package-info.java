/** Leaky integrate-and-fire neurons by the hundred thousand, simulated event by event. */
@NullMarked
package homeostat.spiking.brain;

import org.jspecify.annotations.NullMarked;
