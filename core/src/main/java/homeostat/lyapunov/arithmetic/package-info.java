/** Matrix verbs in both precisions, triangular factors and orthonormal frames. */
@NullMarked
package homeostat.lyapunov.arithmetic;

import org.jspecify.annotations.NullMarked;
