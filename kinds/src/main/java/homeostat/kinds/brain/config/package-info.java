/** Config of {@code whole-brain}. */
@NullMarked
package homeostat.kinds.brain.config;

import org.jspecify.annotations.NullMarked;
