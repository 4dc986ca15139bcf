/** Operations of the tape, and the registry that their tests are made from. */
@NullMarked
package homeostat.gradient.operation;

import org.jspecify.annotations.NullMarked;
