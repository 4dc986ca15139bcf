/** A run on disk: the generic runner, metrics, checkpoints, provenance, progress, reports. */
@NullMarked
package homeostat.lab.run;

import org.jspecify.annotations.NullMarked;
