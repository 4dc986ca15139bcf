/** Networks of pairs and of plain units in batches: sizes, weights, activity, vector fields. */
@NullMarked
package homeostat.disinhibition.circuit;

import org.jspecify.annotations.NullMarked;
