/** The verb connectome: generate wiring, look at it, map it, draw null models, convert files. */
@NullMarked
package homeostat.cli.wiring;

import org.jspecify.annotations.NullMarked;
