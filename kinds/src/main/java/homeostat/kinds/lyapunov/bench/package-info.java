/** What {@code bench lyapunov} measures. */
@NullMarked
package homeostat.kinds.lyapunov.bench;

import org.jspecify.annotations.NullMarked;
