/** Models that run without learning, from a config or from what a run has trained. */
@NullMarked
package homeostat.lab.simulation;

import org.jspecify.annotations.NullMarked;
