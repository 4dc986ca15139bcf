/** Figures as data. */
@NullMarked
package homeostat.lab.figure;

import org.jspecify.annotations.NullMarked;
