/**
 * From a connectome of regions to a network of neurons: how many neurons a region has, which of
 * them are joined, and with what weights (Goulas, Damicelli &amp; Hilgetag, Neural Networks 142,
 * 2021).
 */
@NullMarked
package homeostat.connectome.mapping;

import org.jspecify.annotations.NullMarked;
