/** Command lines of the published spiking program. */
@NullMarked
package homeostat.kinds.spiking.legacy;

import org.jspecify.annotations.NullMarked;
