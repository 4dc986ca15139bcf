/** Arithmetic: kernels with a scalar and a SIMD implementation, random streams, threads. */
@NullMarked
package homeostat.kernel;

import org.jspecify.annotations.NullMarked;
