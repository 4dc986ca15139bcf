/** How long spectra take, and how the interval of orthonormalisation changes what they say. */
@NullMarked
package homeostat.kinds.lyapunov.timing;

import org.jspecify.annotations.NullMarked;
