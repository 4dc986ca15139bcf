/** The published layout of current-based parameter files, as a kind of its own. */
@NullMarked
package homeostat.kinds.spiking.currentbased;

import org.jspecify.annotations.NullMarked;
