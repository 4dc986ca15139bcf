/** Circuits as they settle, without learning: what {@code simulate} records. */
@NullMarked
package homeostat.kinds.disinhibition.trajectory;

import org.jspecify.annotations.NullMarked;
