/**
 * How well saved classifiers of images stand changed images, frozen and while their inhibition
 * adapts: what a kind must offer for that, and the experiment that asks for it.
 */
@NullMarked
package homeostat.kinds.robustness;

import org.jspecify.annotations.NullMarked;
