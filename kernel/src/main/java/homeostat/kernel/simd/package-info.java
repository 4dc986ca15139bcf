/** The kernels on vectors; the one package that may use the incubating vector module. */
@NullMarked
package homeostat.kernel.simd;

import org.jspecify.annotations.NullMarked;
