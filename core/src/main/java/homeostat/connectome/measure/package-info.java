/** What a connectome looks like: sizes, degrees, weights, components, spectral radius. */
@NullMarked
package homeostat.connectome.measure;

import org.jspecify.annotations.NullMarked;
