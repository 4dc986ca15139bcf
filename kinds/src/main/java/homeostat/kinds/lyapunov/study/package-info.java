/** Samples computed side by side, and what is made of them. */
@NullMarked
package homeostat.kinds.lyapunov.study;

import org.jspecify.annotations.NullMarked;
