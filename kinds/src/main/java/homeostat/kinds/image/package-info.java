/** Plain networks that learn to classify images: the reference for richer ones. */
@NullMarked
package homeostat.kinds.image;

import org.jspecify.annotations.NullMarked;
