/** Workloads of learning by dis-inhibition. */
@NullMarked
package homeostat.kinds.disinhibition.bench;

import org.jspecify.annotations.NullMarked;
