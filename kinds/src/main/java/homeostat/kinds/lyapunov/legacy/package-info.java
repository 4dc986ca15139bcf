/** The command lines of the published programs about Lyapunov spectra. */
@NullMarked
package homeostat.kinds.lyapunov.legacy;

import org.jspecify.annotations.NullMarked;
