/** The golden cases of spiking networks: which function of ours each kind of case exercises. */
@NullMarked
package homeostat.kinds.spiking.golden;

import org.jspecify.annotations.NullMarked;
