/** Spiking networks as experiments: the steps and states of their kinds, and their golden cases. */
@NullMarked
package homeostat.kinds.spiking;

import org.jspecify.annotations.NullMarked;
