/** The kernels one element after the other: the readable truth, and what runs without SIMD. */
@NullMarked
package homeostat.kernel.scalar;

import org.jspecify.annotations.NullMarked;
