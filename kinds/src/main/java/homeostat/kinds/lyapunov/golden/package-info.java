/** Golden cases of the Lyapunov subject. */
@NullMarked
package homeostat.kinds.lyapunov.golden;

import org.jspecify.annotations.NullMarked;
