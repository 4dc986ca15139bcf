/** Convolutions with separate excitatory and inhibitory kernels. */
@NullMarked
package homeostat.dale.convolution;

import org.jspecify.annotations.NullMarked;
