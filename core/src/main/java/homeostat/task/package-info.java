/** Data sets, cognitive tasks and input processes that make batches. */
@NullMarked
package homeostat.task;

import org.jspecify.annotations.NullMarked;
