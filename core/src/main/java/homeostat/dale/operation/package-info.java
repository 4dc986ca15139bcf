/** Operations of a tape that networks with separate excitation and inhibition need. */
@NullMarked
package homeostat.dale.operation;

import org.jspecify.annotations.NullMarked;
