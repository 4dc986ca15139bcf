/** Figures of spiking networks: activity, connectivity, the course of training. */
@NullMarked
package homeostat.kinds.spiking.figures;

import org.jspecify.annotations.NullMarked;
