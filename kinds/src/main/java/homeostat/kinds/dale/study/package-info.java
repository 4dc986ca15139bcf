/** Figures and tables over many trained networks: the cells of sweeps. */
@NullMarked
package homeostat.kinds.dale.study;

import org.jspecify.annotations.NullMarked;
