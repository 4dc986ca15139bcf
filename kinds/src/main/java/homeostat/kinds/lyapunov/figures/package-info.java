/** Figures of the Lyapunov kinds. */
@NullMarked
package homeostat.kinds.lyapunov.figures;

import org.jspecify.annotations.NullMarked;
