/** Published data sets: what they are, where they lie, and reading their files with all checks. */
@NullMarked
package homeostat.task.dataset;

import org.jspecify.annotations.NullMarked;
