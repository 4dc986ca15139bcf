/** Where input spikes come from. */
@NullMarked
package homeostat.spiking.input;

import org.jspecify.annotations.NullMarked;
