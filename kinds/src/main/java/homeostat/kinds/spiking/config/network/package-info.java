/** Sections that describe a network and its inputs. */
@NullMarked
package homeostat.kinds.spiking.config.network;

import org.jspecify.annotations.NullMarked;
