/** From the sections of a file to a network that can run, and the mistakes on the way. */
@NullMarked
package homeostat.kinds.spiking.network;

import org.jspecify.annotations.NullMarked;
