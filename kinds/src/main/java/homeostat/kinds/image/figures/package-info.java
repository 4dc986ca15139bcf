/** Figures of the kind image-classifier. */
@NullMarked
package homeostat.kinds.image.figures;

import org.jspecify.annotations.NullMarked;
