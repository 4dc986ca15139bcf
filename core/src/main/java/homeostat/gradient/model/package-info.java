/** Plain networks on the tape: references for those that are held to biology. */
@NullMarked
package homeostat.gradient.model;

import org.jspecify.annotations.NullMarked;
