/** The kind {@code plasticity-curve}. */
@NullMarked
package homeostat.kinds.disinhibition.curve;

import org.jspecify.annotations.NullMarked;
