/** Whole brains: millions of synapses between neurons that are known by their 64-bit ids. */
@NullMarked
package homeostat.connectome.brain;

import org.jspecify.annotations.NullMarked;
