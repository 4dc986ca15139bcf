/** Systems with known exponents. */
@NullMarked
package homeostat.lyapunov.system;

import org.jspecify.annotations.NullMarked;
