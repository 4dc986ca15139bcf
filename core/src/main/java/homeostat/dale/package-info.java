/**
 * Networks with separate excitation and inhibition: layers, their initial weights, and which signal
 * trains which parameter.
 */
@NullMarked
package homeostat.dale;

import org.jspecify.annotations.NullMarked;
