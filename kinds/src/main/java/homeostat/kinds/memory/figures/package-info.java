/** Figures of the kind working-memory. */
@NullMarked
package homeostat.kinds.memory.figures;

import org.jspecify.annotations.NullMarked;
