/** Workloads of networks with separate excitation and inhibition. */
@NullMarked
package homeostat.kinds.dale.bench;

import org.jspecify.annotations.NullMarked;
