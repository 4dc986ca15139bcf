/** The kind {@code whole-brain}: a whole brain is stimulated, and what it does is recorded. */
@NullMarked
package homeostat.kinds.brain;

import org.jspecify.annotations.NullMarked;
