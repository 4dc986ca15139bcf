/** The steady states of networks of pairs, reached by integrating them in time. */
@NullMarked
package homeostat.disinhibition.solver;

import org.jspecify.annotations.NullMarked;
