/** How fast a whole brain runs. */
@NullMarked
package homeostat.kinds.brain.bench;

import org.jspecify.annotations.NullMarked;
