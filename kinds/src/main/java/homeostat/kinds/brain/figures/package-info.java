/** Figures of {@code whole-brain}. */
@NullMarked
package homeostat.kinds.brain.figures;

import org.jspecify.annotations.NullMarked;
