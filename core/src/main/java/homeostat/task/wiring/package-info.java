/** Published connectomes: which there are, whom to cite, whether files are the right ones. */
@NullMarked
package homeostat.task.wiring;

import org.jspecify.annotations.NullMarked;
