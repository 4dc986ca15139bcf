/** Current-based networks in natural units, and the feedforward network of another step order. */
@NullMarked
package homeostat.spiking.current;

import org.jspecify.annotations.NullMarked;
