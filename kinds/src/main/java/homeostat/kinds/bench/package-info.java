/** What the workloads of {@code bench} share: their settings and their clock. */
@NullMarked
package homeostat.kinds.bench;

import org.jspecify.annotations.NullMarked;
