/** Rate networks: activations with gains and shifts, couplings, the network's step. */
@NullMarked
package homeostat.rate;

import org.jspecify.annotations.NullMarked;
