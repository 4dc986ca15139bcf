/** Figures as data, and the one renderer that draws them. */
@NullMarked
package homeostat.lab.figure;

import org.jspecify.annotations.NullMarked;
