/** How a single cell's plasticity depends on its rate, in a pair and in rival circuits. */
@NullMarked
package homeostat.disinhibition.curve;

import org.jspecify.annotations.NullMarked;
