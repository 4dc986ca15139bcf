/** Working-memory tasks: seeded generators of trials, each a pure function of its stream. */
@NullMarked
package homeostat.task.memory;

import org.jspecify.annotations.NullMarked;
