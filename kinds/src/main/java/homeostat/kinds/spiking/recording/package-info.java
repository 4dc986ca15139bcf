/** What is kept of a running network: spikes, the inside of some cells, sums, losses, courses. */
@NullMarked
package homeostat.kinds.spiking.recording;

import org.jspecify.annotations.NullMarked;
