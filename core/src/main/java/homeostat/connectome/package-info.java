/** Wiring as data: read, generate, measure. */
@NullMarked
package homeostat.connectome;

import org.jspecify.annotations.NullMarked;
