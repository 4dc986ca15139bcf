/**
 * Networks with separate excitation and inhibition: their layers, initial weights, and which signal
 * trains which parameter with which rate.
 */
@NullMarked
package homeostat.dale.network;

import org.jspecify.annotations.NullMarked;
