/**
 * Spiking networks under connectome constraints: conductance-based LIF neurons, their adjoint,
 * homeostatic objectives.
 */
@NullMarked
package homeostat.spiking;

import org.jspecify.annotations.NullMarked;
