/** Golden cases of learning by dis-inhibition. */
@NullMarked
package homeostat.kinds.disinhibition.golden;

import org.jspecify.annotations.NullMarked;
