/** Config records of the spiking experiments: the sections of published files, and ours. */
@NullMarked
package homeostat.kinds.spiking.config;

import org.jspecify.annotations.NullMarked;
