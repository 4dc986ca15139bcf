/** Connectomes of regions: how strongly whole areas of a brain project to each other. */
@NullMarked
package homeostat.connectome.region;

import org.jspecify.annotations.NullMarked;
