/** Config records of the kinds on learning by dis-inhibition. */
@NullMarked
package homeostat.kinds.disinhibition.config;

import org.jspecify.annotations.NullMarked;
