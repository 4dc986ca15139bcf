/** The kind {@code teacher-student}. */
@NullMarked
package homeostat.kinds.disinhibition.teacher;

import org.jspecify.annotations.NullMarked;
