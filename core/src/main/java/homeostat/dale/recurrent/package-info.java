/** Recurrent networks with separate excitation and inhibition, for sequences. */
@NullMarked
package homeostat.dale.recurrent;

import org.jspecify.annotations.NullMarked;
