/** The kind {@code credit-alignment}. */
@NullMarked
package homeostat.kinds.disinhibition.alignment;

import org.jspecify.annotations.NullMarked;
