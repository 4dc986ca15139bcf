/** Command lines of the published training scripts. */
@NullMarked
package homeostat.kinds.dale.legacy;

import org.jspecify.annotations.NullMarked;
