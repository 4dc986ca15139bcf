/**
 * A student network that follows a teacher while activity, feedback and weights all move at once.
 */
@NullMarked
package homeostat.disinhibition.teacher;

import org.jspecify.annotations.NullMarked;
