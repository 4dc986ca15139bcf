/** How well saved classifiers stand changed images, frozen and while their inhibition adapts. */
@NullMarked
package homeostat.kinds.dale.robustness;

import org.jspecify.annotations.NullMarked;
