/** Working memory in recurrent networks that are wired like brains. */
@NullMarked
package homeostat.kinds.memory;

import org.jspecify.annotations.NullMarked;
