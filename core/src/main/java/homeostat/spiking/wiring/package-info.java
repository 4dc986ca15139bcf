/** Changes to the wiring of a network: perturbed and noisy weights, unrolled networks. */
@NullMarked
package homeostat.spiking.wiring;

import org.jspecify.annotations.NullMarked;
