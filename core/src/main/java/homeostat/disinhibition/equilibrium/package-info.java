/** The steady states of networks of pairs, solved directly. */
@NullMarked
package homeostat.disinhibition.equilibrium;

import org.jspecify.annotations.NullMarked;
