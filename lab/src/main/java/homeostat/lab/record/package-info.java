/** What a run leaves on disk: its folder, metadata, metrics, checkpoints and inputs. */
@NullMarked
package homeostat.lab.record;

import org.jspecify.annotations.NullMarked;
