/** Figures of the kinds on learning by dis-inhibition. */
@NullMarked
package homeostat.kinds.disinhibition.figures;

import org.jspecify.annotations.NullMarked;
