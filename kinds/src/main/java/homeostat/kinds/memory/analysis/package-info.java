/** What is measured of trained networks and their learning curves. */
@NullMarked
package homeostat.kinds.memory.analysis;

import org.jspecify.annotations.NullMarked;
