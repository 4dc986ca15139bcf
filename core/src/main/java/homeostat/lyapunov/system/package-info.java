/**
 * Systems in steps with what becomes of deviations: rate networks, any step, and flows and maps
 * with known exponents.
 */
@NullMarked
package homeostat.lyapunov.system;

import org.jspecify.annotations.NullMarked;
