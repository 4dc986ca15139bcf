/** Learning curves of published results folders, side by side: figures and statistics. */
@NullMarked
package homeostat.kinds.memory.curves;

import org.jspecify.annotations.NullMarked;
