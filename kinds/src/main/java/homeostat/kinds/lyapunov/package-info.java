/** Kinds about Lyapunov spectra: one network, convergence, the transition to chaos, training. */
@NullMarked
package homeostat.kinds.lyapunov;

import org.jspecify.annotations.NullMarked;
