/** Brings the files of data sets over the web, whole and right or not at all. */
@NullMarked
package homeostat.task.fetch;

import org.jspecify.annotations.NullMarked;
