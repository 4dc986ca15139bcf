/** Configs of the Lyapunov kinds. */
@NullMarked
package homeostat.kinds.lyapunov.config;

import org.jspecify.annotations.NullMarked;
