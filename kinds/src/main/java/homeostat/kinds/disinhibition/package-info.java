/** Kinds of experiment on learning by dis-inhibition. */
@NullMarked
package homeostat.kinds.disinhibition;

import org.jspecify.annotations.NullMarked;
