/** Reading a run's files back: the report of one run, and the comparison of several. */
@NullMarked
package homeostat.lab.report;

import org.jspecify.annotations.NullMarked;
