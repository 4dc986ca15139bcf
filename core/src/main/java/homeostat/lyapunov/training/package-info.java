/** Gradients of spectra, losses on them, and training towards one. */
@NullMarked
package homeostat.lyapunov.training;

import org.jspecify.annotations.NullMarked;
