/** What is measured of networks with separate excitation and inhibition beside their accuracy. */
@NullMarked
package homeostat.dale.diagnostic;

import org.jspecify.annotations.NullMarked;
