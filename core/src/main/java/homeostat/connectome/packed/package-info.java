/** Connectomes in one binary file of their own, which is read in a fraction of a second. */
@NullMarked
package homeostat.connectome.packed;

import org.jspecify.annotations.NullMarked;
