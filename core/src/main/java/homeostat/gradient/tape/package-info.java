/** Reverse-mode differentiation: operations recorded once, run forwards and backwards. */
@NullMarked
package homeostat.gradient.tape;

import org.jspecify.annotations.NullMarked;
