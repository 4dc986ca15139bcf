/** Forward simulation of chunks of a network, and its adjoint. */
@NullMarked
package homeostat.spiking.simulation;

import org.jspecify.annotations.NullMarked;
