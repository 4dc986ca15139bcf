/** Local losses that inhibition learns from, and diagnostics of activity and gradients. */
@NullMarked
package homeostat.dale.loss;

import org.jspecify.annotations.NullMarked;
