/** Training chunk by chunk. */
@NullMarked
package homeostat.spiking.learning;

import org.jspecify.annotations.NullMarked;
