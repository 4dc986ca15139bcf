/** Files and figures under the names and in the forms of the published programs. */
@NullMarked
package homeostat.kinds.lyapunov.published;

import org.jspecify.annotations.NullMarked;
