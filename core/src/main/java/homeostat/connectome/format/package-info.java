/** Reads and writes connectomes as users have them. */
@NullMarked
package homeostat.connectome.format;

import org.jspecify.annotations.NullMarked;
