/** Workloads of plain networks on the tape. */
@NullMarked
package homeostat.kinds.gradient;

import org.jspecify.annotations.NullMarked;
