/** Rate networks of connectomes: regions of interest, transmitters, populations. */
@NullMarked
package homeostat.kinds.lyapunov.connectome;

import org.jspecify.annotations.NullMarked;
