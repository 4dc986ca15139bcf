/** Networks trained towards a spectrum. */
@NullMarked
package homeostat.kinds.lyapunov.training;

import org.jspecify.annotations.NullMarked;
