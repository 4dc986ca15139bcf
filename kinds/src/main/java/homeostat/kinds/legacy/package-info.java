/** What translators of published command lines share. */
@NullMarked
package homeostat.kinds.legacy;

import org.jspecify.annotations.NullMarked;
