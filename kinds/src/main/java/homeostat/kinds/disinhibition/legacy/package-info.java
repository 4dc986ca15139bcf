/** The published program's command lines and configuration folders. */
@NullMarked
package homeostat.kinds.disinhibition.legacy;

import org.jspecify.annotations.NullMarked;
