/**
 * Lyapunov spectra of any system with a tangent step: how fast small deviations grow, with errors,
 * dimension and entropy, and the gradient of a spectrum with respect to a network.
 */
@NullMarked
package homeostat.lyapunov;

import org.jspecify.annotations.NullMarked;
