/** Spiking networks under connectome constraints: experiments and golden cases. */
@NullMarked
package homeostat.kinds.spiking;

import org.jspecify.annotations.NullMarked;
