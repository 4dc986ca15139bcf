/** Statistics of spike trains and potentials. */
@NullMarked
package homeostat.spiking.statistics;

import org.jspecify.annotations.NullMarked;
