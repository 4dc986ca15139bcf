/** Networks as configs ask for them, with their mistakes. */
@NullMarked
package homeostat.kinds.lyapunov.network;

import org.jspecify.annotations.NullMarked;
