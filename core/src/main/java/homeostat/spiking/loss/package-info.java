/** Losses over what a network did in a chunk. */
@NullMarked
package homeostat.spiking.loss;

import org.jspecify.annotations.NullMarked;
