/** Experiments on networks with separate excitation and inhibition. */
@NullMarked
package homeostat.kinds.dale;

import org.jspecify.annotations.NullMarked;
