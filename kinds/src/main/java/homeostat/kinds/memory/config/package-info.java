/** Config of the kind working-memory. */
@NullMarked
package homeostat.kinds.memory.config;

import org.jspecify.annotations.NullMarked;
