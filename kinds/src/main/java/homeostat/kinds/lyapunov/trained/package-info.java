/** Networks that were trained, by a run or elsewhere. */
@NullMarked
package homeostat.kinds.lyapunov.trained;

import org.jspecify.annotations.NullMarked;
