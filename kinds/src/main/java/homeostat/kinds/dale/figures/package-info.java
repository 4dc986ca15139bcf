/** Figures of the Dale experiments. */
@NullMarked
package homeostat.kinds.dale.figures;

import org.jspecify.annotations.NullMarked;
