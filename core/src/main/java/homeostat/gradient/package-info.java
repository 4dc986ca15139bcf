/** Parameters, constraints and optimisers. */
@NullMarked
package homeostat.gradient;

import org.jspecify.annotations.NullMarked;
