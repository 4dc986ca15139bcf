/** Workloads of {@code homeostat bench}: a chunk of the published network, and the kernels. */
@NullMarked
package homeostat.kinds.spiking.bench;

import org.jspecify.annotations.NullMarked;
