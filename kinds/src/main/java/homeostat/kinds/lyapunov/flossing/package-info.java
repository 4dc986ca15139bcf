/** Gradient flossing: exponents pushed towards 0 before and beside a task with long delays. */
@NullMarked
package homeostat.kinds.lyapunov.flossing;

import org.jspecify.annotations.NullMarked;
