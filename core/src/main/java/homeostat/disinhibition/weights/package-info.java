/** Weights that are trained: how they begin, and which signs they may have. */
@NullMarked
package homeostat.disinhibition.weights;

import org.jspecify.annotations.NullMarked;
