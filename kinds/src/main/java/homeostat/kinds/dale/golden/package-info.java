/** Golden cases of networks with separate excitation and inhibition. */
@NullMarked
package homeostat.kinds.dale.golden;

import org.jspecify.annotations.NullMarked;
