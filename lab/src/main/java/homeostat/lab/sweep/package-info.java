/** Sweeps: named independent cells, worked in parallel, restartable, summed up in one table. */
@NullMarked
package homeostat.lab.sweep;

import org.jspecify.annotations.NullMarked;
