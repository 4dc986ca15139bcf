/** Config of the kind image-classifier. */
@NullMarked
package homeostat.kinds.image.config;

import org.jspecify.annotations.NullMarked;
